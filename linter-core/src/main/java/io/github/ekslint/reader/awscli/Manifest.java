package io.github.ekslint.reader.awscli;

import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the evidence script says about the files of a folder.
 *
 * @param folder the folder's URI with a closing slash; empty for the working folder
 * @param commands the command that was run, by file name
 */
record Manifest(
        Document document,
        String folder,
        Optional<Instant> recordedAt,
        Optional<String> account,
        Optional<String> region,
        Optional<String> cluster,
        Map<String, Command> commands) {

    /** The member that makes a mapping a manifest. */
    static final String MARK = "ekslintEvidence";

    /** Whether the mapping is a manifest. */
    static boolean is(Node.Mapping root) {
        return root.get(MARK).isPresent();
    }

    /** Reads a manifest. */
    static Manifest of(Document document, Node.Mapping root) {
        Map<String, Command> commands = new LinkedHashMap<>();
        root.get("files").flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of()).stream()
                .flatMap(n -> n.asMapping().stream())
                .forEach(file -> file.text("file").ifPresent(name -> file.get("command")
                        .flatMap(Node::asSequence)
                        .ifPresent(words -> commands.put(name, Command.of(words)))));
        return new Manifest(
                document,
                folderOf(document),
                root.get("recordedAt").flatMap(Times::instant),
                root.text("account"),
                root.text("region"),
                root.text("cluster"),
                commands);
    }

    /** The folder a document lies in, with a closing slash. */
    static String folderOf(Document document) {
        String uri = document.file().uri();
        return uri.substring(0, uri.lastIndexOf('/') + 1);
    }

    /** The manifest as a recording without facts, which tells what its folder is about. */
    Recording asRecording() {
        return new Recording(
                document.root().place(), Recording.MANIFEST, account, region, cluster, recordedAt, List.of());
    }

    /** The command that gave a document; empty when the manifest does not name it. */
    Optional<Command> commandOf(Document other) {
        String uri = other.file().uri();
        return uri.startsWith(folder)
                ? Optional.ofNullable(commands.get(uri.substring(folder.length())))
                : Optional.empty();
    }
}
