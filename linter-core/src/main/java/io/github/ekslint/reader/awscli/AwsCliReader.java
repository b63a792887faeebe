package io.github.ekslint.reader.awscli;

import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads recorded answers of the EKS, EC2 and Auto Scaling APIs, and the manifest that the evidence script writes. */
public final class AwsCliReader implements SpecReader {

    /** The dialect's name in reports. */
    public static final String DIALECT = "awscli";

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public Recognition recognise(Document document) {
        if (document.root() instanceof Node.Mapping root && Manifest.is(root)) {
            return Recognition.YES;
        }
        Recognition best = Recognition.NO;
        for (Answer answer : Answer.in(document)) {
            Optional<AnswerKind> kind = AnswerKind.of(answer.root());
            if (kind.filter(AnswerKind::isRelevant).isPresent()) {
                return Recognition.YES;
            }
            if (kind.isPresent() || (document.root() instanceof Node.Mapping root && Answer.isWrapped(root))) {
                best = Recognition.IRRELEVANT;
            }
        }
        return best;
    }

    @Override
    public Reading read(List<Document> documents, ReaderContext context) {
        Map<String, Manifest> manifests = new LinkedHashMap<>();
        for (Document document : documents) {
            if (document.root() instanceof Node.Mapping root && Manifest.is(root)) {
                Manifest manifest = Manifest.of(document, root);
                manifests.put(manifest.folder(), manifest);
            }
        }
        List<Problem> problems = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        manifests.values().forEach(m -> recordings.add(m.asRecording()));
        for (Document document : documents) {
            Optional<Manifest> manifest = Optional.ofNullable(manifests.get(Manifest.folderOf(document)));
            for (Answer answer : Answer.in(document)) {
                AnswerKind.of(answer.root()).flatMap(AnswerKind::read).ifPresent(read -> {
                    Take take = new Take(answer, manifest, context, problems::add);
                    read.accept(take);
                    recordings.addAll(take.recordings());
                });
            }
        }
        return new Reading(List.of(), recordings, problems);
    }
}
