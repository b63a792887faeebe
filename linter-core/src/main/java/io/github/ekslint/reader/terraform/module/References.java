package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * References to what has a name in a module.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/references">References to Named Values</a>
 */
final class References {

    private References() {}

    /** What {@code var.x}, {@code aws_subnet.x} and the like name; empty when it is an attribute of something else. */
    static Optional<Datum> of(HclExpression.Attribute attribute, Scope scope) {
        Place place = attribute.place();
        Module module = scope.module();
        if (attribute.of() instanceof HclExpression.Attribute inner
                && inner.of() instanceof HclExpression.Variable root
                && !scope.names().containsKey(root.name())) {
            return switch (root.name()) {
                case "data" -> Optional.of(module.resource("data", inner.name(), attribute.name(), place));
                case "ephemeral" -> Optional.of(new Use(place).unknown("an ephemeral value is never kept"));
                default -> Optional.empty();
            };
        }
        if (!(attribute.of() instanceof HclExpression.Variable root)
                || scope.names().containsKey(root.name())) {
            return Optional.empty();
        }
        String name = attribute.name();
        return switch (root.name()) {
            case "var" -> Optional.of(module.variable(name, place));
            case "local" -> Optional.of(module.local(name, place));
            case "module" -> Optional.of(module.call(name, place));
            case "path" -> Optional.of(path(name, module, place));
            case "terraform", "tofu" -> Optional.of(workspace(place));
            case "each", "count", "self" ->
                Optional.of(new Use(place).refused("“%s” means nothing here".formatted(root.name())));
            case "data", "ephemeral" -> Optional.empty();
            default -> Optional.of(module.resource("", root.name(), name, place));
        };
    }

    /** Terraform usually runs in the folder of the root module; where that lies on the machine is not known. */
    private static Datum path(String name, Module module, Place place) {
        if (name.equals("module") || name.equals("root")) {
            return new Use(place).text(name.equals("module") ? module.folder().uri() : ".");
        }
        Gap gap = Gap.because("it is a path of the machine that runs Terraform")
                .as(new Symbol("path." + name, ""))
                .asSingle();
        String root = module.rootModule().folder().uri();
        boolean named = name.equals("cwd") && !root.isEmpty();
        return named
                ? new Datum.Text(
                        List.of(
                                new Datum.Piece("", gap),
                                Datum.Piece.of("/" + root.substring(root.lastIndexOf('/') + 1))),
                        Provenance.ASSUMED,
                        List.of(place),
                        null)
                : Datum.Text.gap(gap, List.of(place));
    }

    private static Datum workspace(Place place) {
        Gap gap = Gap.because("the workspace is chosen when Terraform runs").as(new Symbol("terraform.workspace", ""));
        return Datum.Text.gap(gap.asSingle(), List.of(place));
    }
}
