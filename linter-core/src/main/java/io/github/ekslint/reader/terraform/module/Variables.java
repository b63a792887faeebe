package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Input;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a module. Of a module that is called what the call gives stands, else the default. Of a root module what the
 * user gives stands, then the files with values that Terraform reads by itself; else the default is assumed; else the variable is
 * open, with one case for each value it may have where those are few.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/values/variables">Input Variables</a>
 */
final class Variables {

    private static final int MOST_VALUES = 64;

    private final Module module;

    Variables(Module module) {
        this.module = module;
    }

    Datum value(String name, Hcl.Block block) {
        Datum given = given(name, block);
        boolean nullable = block.body()
                .attribute("nullable")
                .map(a -> Operators.truth(Expressions.eval(a.value(), Scope.of(module))))
                .orElse(Boolean.TRUE)
                .equals(Boolean.TRUE);
        if (!(given instanceof Datum.Nothing) || (nullable && !given.places().isEmpty())) {
            return typed(given, block);
        }
        Optional<Hcl.Attribute> initial = block.body().attribute("default");
        boolean root = module.call().isEmpty();
        if (initial.isEmpty()) {
            return open(name, block, Optional.empty());
        }
        if (root && module.run().context().strictParameters()) {
            return open(name, block, Optional.of(initial.get().value()));
        }
        Datum value = typed(Expressions.eval(initial.get().value(), Scope.of(module)), block);
        return root ? Uses.assumed(value, List.of()) : value;
    }

    /** What is given for it; nothing without a place when nothing is. */
    private Datum given(String name, Hcl.Block block) {
        Optional<Module.Call> call = module.call();
        if (call.isPresent()) {
            return call.get().argument(name);
        }
        Optional<String> byUser = byUser(name);
        if (byUser.isPresent()) {
            return parsed(byUser.get(), block);
        }
        return byFile(name).orElse(new Datum.Nothing(List.of()));
    }

    private Optional<String> byUser(String name) {
        Map<String, String> values = module.run().context().parameters();
        String uri = module.folder().uri();
        return List.of(uri, uri.substring(uri.lastIndexOf('/') + 1)).stream()
                .map(scope -> values.get(scope + ":" + name))
                .filter(v -> v != null)
                .findFirst()
                .or(() -> Optional.ofNullable(values.get(name)));
    }

    /** A text for a variable that is no text is an expression, as on Terraform's command line. */
    private Datum parsed(String text, Hcl.Block block) {
        Optional<HclExpression> type = block.body().attribute("type").map(Hcl.Attribute::value);
        boolean plain = type.filter(t -> t instanceof HclExpression.Variable v
                                && !v.name().equals("any"))
                        .isPresent()
                || type.isEmpty() && !text.startsWith("[") && !text.startsWith("{");
        return plain
                ? new Use(block.header()).text(text)
                : Expressions.eval(Hcl.expression(text, block.header()), Scope.of(module));
    }

    private Optional<Datum> byFile(String name) {
        Datum last = null;
        for (Document document :
                module.run().folders().automaticValues(module.folder().uri())) {
            if (document.root() instanceof Hcl values) {
                Optional<Hcl.Attribute> attribute = values.body().attribute(name);
                if (attribute.isPresent()) {
                    last = Expressions.eval(attribute.get().value(), Scope.of(module));
                }
            } else {
                Optional<Node> node = document.root().asMapping().flatMap(m -> m.get(name));
                if (node.isPresent()) {
                    last = Expressions.eval(JsonSyntax.expression(node.get()), Scope.of(module));
                }
            }
        }
        return Optional.ofNullable(last);
    }

    private Datum typed(Datum value, Hcl.Block block) {
        return block.body()
                .attribute("type")
                .map(type -> Types.convert(value, type.value(), Scope.of(module)))
                .orElse(value);
    }

    private Datum open(String name, Hcl.Block block, Optional<HclExpression> usual) {
        Place place = block.header();
        String shown = module.call().isPresent() ? module.path() + " input " + name : name;
        Gap gap = Gap.because(
                        usual.filter(u -> u instanceof HclExpression.Template)
                                .map(u -> ((HclExpression.Template) u).literal())
                                .map(u -> "variable %s is open; its default is “%s”".formatted(shown, u))
                                .orElseGet(() -> "variable %s is open".formatted(shown)),
                        Settlement.parameter(name))
                .as(new Symbol("variable " + module.path() + ":" + name, ""));
        HclExpression type =
                block.body().attribute("type").map(Hcl.Attribute::value).orElse(null);
        if (type instanceof HclExpression.Call call) {
            boolean list = call.name().equals("list") || call.name().equals("set");
            return list
                    ? new Datum.OpenList(gap, call.name().equals("set"), List.of(place))
                    : new Datum.Unknown(gap, List.of(place));
        }
        boolean flag = type instanceof HclExpression.Variable v && v.name().equals("bool");
        List<String> allowed = flag ? List.of("true", "false") : Validations.allowed(name, block, module);
        if (allowed.size() == 1) {
            return Datum.Text.of(allowed.get(0), place);
        }
        if (allowed.isEmpty() || allowed.size() > MOST_VALUES) {
            boolean scalar =
                    type instanceof HclExpression.Variable v && !v.name().equals("any");
            return scalar ? Datum.Text.gap(gap, List.of(place)) : new Datum.Unknown(gap, List.of(place));
        }
        Map<String, Datum> cases = new LinkedHashMap<>();
        allowed.forEach(v -> cases.put(v.isEmpty() ? "''" : v, Datum.Text.of(v, place)));
        return module.run().open(new Input(shown, List.copyOf(cases.keySet())), cases, List.of(place));
    }
}
