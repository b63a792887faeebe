package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reader.terraform.resource.RootModule;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads plans and states
 * (<a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>).
 */
public final class PlanReader {

    private PlanReader() {}

    /** Whether a document is a plan or a state, and holds something about EKS. */
    public static Recognition recognise(Document document) {
        Optional<Node.Mapping> root = document.root().asMapping();
        return root.isPresent()
                        && root.get().get("format_version").isPresent()
                        && root.get().get("terraform_version").isPresent()
                ? Recognition.IRRELEVANT
                : Recognition.NO;
    }

    /** The root module that a plan or state describes. */
    public static RootModule read(Document document, Consumer<Problem> problems) {
        return new RootModule(document.file().uri(), document.root().place(), List.of());
    }
}
