package io.github.ekslint.reader.terraform;

import io.github.ekslint.model.Estate;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.reader.terraform.module.ModuleReader;
import io.github.ekslint.reader.terraform.plan.PlanReader;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.reader.terraform.resource.SourcePlaces;
import io.github.ekslint.reader.terraform.resource.TerraformFacts;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Terraform and OpenTofu: plans and states as {@code terraform show -json} prints them, and source. One root module makes one estate. */
public final class TerraformReader implements SpecReader {

    static final String DIALECT = "terraform";

    /** Found through {@link java.util.ServiceLoader}. */
    public TerraformReader() {}

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public Recognition recognise(Document document) {
        return ModuleReader.recognises(document) ? Recognition.YES : PlanReader.recognise(document);
    }

    @Override
    public Reading read(List<Document> documents, ReaderContext context) {
        List<Problem> problems = new ArrayList<>();
        List<RootModule> plans = new ArrayList<>();
        List<RootModule> states = new ArrayList<>();
        documents.stream()
                .filter(d -> !ModuleReader.recognises(d))
                .forEach(d -> (PlanReader.isState(d) ? states : plans).add(PlanReader.read(d, problems::add)));
        Map<SourceFile, String> notes = new HashMap<>();
        for (RootModule state : states) {
            if (plans.stream().anyMatch(plan -> SourcePlaces.haveOneCluster(plan, state))) {
                notes.put(state.place().file(), "");
            } else {
                plans.add(state);
            }
        }
        List<Recording> recordings = documents.stream()
                .filter(d -> !ModuleReader.recognises(d))
                .flatMap(d -> PlanReader.recordings(d, DIALECT).stream())
                .toList();
        ModuleReader source = ModuleReader.read(
                documents.stream().filter(ModuleReader::recognises).toList(), context);
        problems.addAll(source.problems());
        List<Draft> drafts = new ArrayList<>();
        joined(plans, source.roots()).forEach(root -> drafts.add(draft(root, context)));
        notes.putAll(source.notes());
        return new Reading(drafts, recordings, problems, notes);
    }

    /** What is planned and written is judged once: as planned, and found where it is written. */
    private static List<RootModule> joined(List<RootModule> plans, List<RootModule> sources) {
        List<RootModule> left = new ArrayList<>(sources);
        List<RootModule> roots = new ArrayList<>();
        for (RootModule plan : plans) {
            Optional<RootModule> source = SourcePlaces.of(plan, left);
            source.ifPresent(s -> left.removeIf(other -> other == s));
            roots.add(source.map(s -> SourcePlaces.joined(plan, s)).orElse(plan));
        }
        roots.addAll(left);
        return roots;
    }

    private static Draft draft(RootModule module, ReaderContext context) {
        return new Draft(
                module.id(), DIALECT, Estate.Tool.TERRAFORM, module.place(), TerraformFacts.of(module, context));
    }
}
