package io.github.ekslint.reader.terraform;

import io.github.ekslint.model.Estate;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.reader.terraform.module.ModuleReader;
import io.github.ekslint.reader.terraform.plan.PlanReader;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.reader.terraform.resource.TerraformFacts;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.List;

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
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            if (!ModuleReader.recognises(document)) {
                drafts.add(draft(PlanReader.read(document, problems::add), context));
            }
        }
        ModuleReader source = ModuleReader.read(
                documents.stream().filter(ModuleReader::recognises).toList(), context);
        source.roots().forEach(root -> drafts.add(draft(root, context)));
        problems.addAll(source.problems());
        return new Reading(drafts, List.of(), problems, source.notes());
    }

    private static Draft draft(RootModule module, ReaderContext context) {
        return new Draft(
                module.id(), DIALECT, Estate.Tool.TERRAFORM, module.place(), TerraformFacts.of(module, context));
    }
}
