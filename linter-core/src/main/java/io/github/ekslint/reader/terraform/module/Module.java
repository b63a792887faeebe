package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance of a module: what has a name in it is evaluated when it is asked for, once. */
final class Module {

    private static final int DEEPEST = 12;

    private final Run run;
    private final Folder folder;
    private final @Nullable Call call;
    private final Map<String, Datum> known = new HashMap<>();
    private final Set<String> going = new HashSet<>();
    private final Map<String, Instances> instances = new HashMap<>();
    private final Map<String, Optional<Module>> children = new HashMap<>();

    private Module(Run run, Folder folder, @Nullable Call call) {
        this.run = run;
        this.folder = folder;
        this.call = call;
    }

    static Module root(Run run, Folder folder) {
        return new Module(run, folder, null);
    }

    /**
     * One call of a module.
     *
     * @param scope where the call stands
     * @param suffix of its address, when there are several: {@code [0]}
     * @param exists whether it is made
     */
    record Call(Hcl.Block block, Scope scope, String suffix, Datum exists) {

        /** What is given for a variable; nothing without a place when it is not. */
        Datum argument(String name) {
            Optional<Hcl.Attribute> argument = block.body().attribute(name);
            return argument.map(a -> Expressions.eval(a.value(), scope)).orElseGet(() -> new Datum.Nothing(List.of()));
        }

        String name() {
            return block.label(0);
        }
    }

    Run run() {
        return run;
    }

    Folder folder() {
        return folder;
    }

    /** Empty for the root module. */
    Optional<Call> call() {
        return Optional.ofNullable(call);
    }

    private Optional<Module> parent() {
        return call().map(c -> c.scope().module());
    }

    /** Its address: {@code module.vpc[0]}; empty for the root module. */
    String path() {
        return call().map(c -> c.scope().module().prefix() + "module." + c.name() + c.suffix())
                .orElse("");
    }

    private String prefix() {
        String path = path();
        return path.isEmpty() ? "" : path + ".";
    }

    /** The names of the calls that lead to it, as {@code terraform init} writes them. */
    private String callPath() {
        return call().map(c -> {
                    String outer = c.scope().module().callPath();
                    return outer.isEmpty() ? c.name() : outer + "." + c.name();
                })
                .orElse("");
    }

    private int depth() {
        return parent().map(p -> p.depth() + 1).orElse(0);
    }

    /** The module that is not called. */
    Module rootModule() {
        return parent().map(Module::rootModule).orElse(this);
    }

    private Datum once(String name, Place place, Supplier<Datum> value) {
        Datum before = known.get(name);
        if (before != null) {
            return before;
        }
        if (!going.add(name)) {
            return new Use(place).unknown("%s depends on itself".formatted(name));
        }
        Datum result = value.get();
        going.remove(name);
        known.put(name, result);
        return result;
    }

    Datum variable(String name, Place use) {
        Hcl.Block block = folder.variables().get(name);
        return block == null
                ? new Use(use).refused("there is no variable “%s”".formatted(name))
                : once("var." + name, use, () -> new Variables(this).value(name, block));
    }

    Datum local(String name, Place use) {
        Hcl.Attribute local = folder.locals().get(name);
        return local == null
                ? new Use(use).refused("there is no local value “%s”".formatted(name))
                : once("local." + name, use, () -> Expressions.eval(local.value(), Scope.of(this)));
    }

    /** An output; empty when the module has none of that name. */
    Optional<Datum> output(String name) {
        return Optional.ofNullable(folder.outputs().get(name))
                .flatMap(o -> o.body().attribute("value"))
                .map(a -> once("output." + name, a.place(), () -> Expressions.eval(a.value(), Scope.of(this))));
    }

    Set<String> outputs() {
        return folder.outputs().keySet();
    }

    /** What {@code aws_subnet.private} or {@code data.aws_subnet.private} stands for. */
    Datum resource(String mode, String type, String name, Place use) {
        String local = (mode.isEmpty() ? "" : mode + ".") + type + "." + name;
        Hcl.Block block = folder.resources().get(local);
        if (block == null) {
            return new Use(use).unknown("there is no %s in the module".formatted(local));
        }
        Instances all = instances(local, block);
        return all.reference(i -> referenced(block, local, i), prefix() + local, use);
    }

    private Referenced referenced(Hcl.Block block, String local, Instances.Instance instance) {
        String address = prefix() + local + instance.suffix();
        BlockValue body = new BlockValue(block.body(), scope(instance), block.header());
        return new Referenced(body, block.label(0), address, "", this);
    }

    private Scope scope(Instances.Instance instance) {
        return Scope.of(this).with(instance.names(), instance.suffix());
    }

    private Instances instances(String local, Hcl.Block block) {
        Instances before = instances.get(local);
        if (before != null) {
            return before;
        }
        if (!going.add("count of " + local)) {
            Datum open = new Use(block.header()).unknown("how many there are of %s depends on itself".formatted(local));
            return new Instances(open, false, Map.of());
        }
        Instances all = Instances.of(block, Scope.of(this));
        going.remove("count of " + local);
        instances.put(local, all);
        return all;
    }

    /** What {@code module.vpc} stands for: its outputs. */
    Datum call(String name, Place use) {
        Hcl.Block block = folder.calls().get(name);
        if (block == null) {
            return new Use(use).unknown("there is no module “%s”".formatted(name));
        }
        Instances all = instances("module." + name, block);
        return all.reference(i -> outputs(block, i), prefix() + "module." + name, use);
    }

    private Datum outputs(Hcl.Block block, Instances.Instance instance) {
        return child(block, instance)
                .<Datum>map(Outputs::new)
                .orElseGet(() -> new Datum.Unknown(absent(block, instance), List.of(block.header())));
    }

    private Gap absent(Hcl.Block block, Instances.Instance instance) {
        String source = Folder.literal(block, "source").orElse("a source that is not known");
        String address = prefix() + "module." + block.label(0) + instance.suffix();
        return Gap.because(
                        Registry.why(block, source),
                        Folders.isLocal(source)
                                ? Settlement.file(Folders.resolve(folder.uri(), source))
                                : Settlement.command("terraform init"))
                .as(new Symbol(address, ""));
    }

    /** The module that a call makes; empty when its source is not known. */
    private Optional<Module> child(Hcl.Block block, Instances.Instance instance) {
        String key = block.label(0) + instance.suffix();
        Optional<Module> before = children.get(key);
        if (before != null) {
            return before;
        }
        Datum outer = call == null ? instance.exists() : call.exists();
        Datum exists = Operators.binary("&&", outer, instance.exists(), block.header());
        Call made = new Call(block, scope(instance), instance.suffix(), exists);
        Optional<Module> child =
                depth() >= DEEPEST ? Optional.empty() : source(block).map(f -> new Module(run, f, made));
        children.put(key, child);
        return child;
    }

    private Optional<Folder> source(Hcl.Block block) {
        String path = callPath().isEmpty() ? block.label(0) : callPath() + "." + block.label(0);
        Optional<Folder> installed = run.folders().installed(rootModule().folder.uri(), path);
        if (installed.isPresent()) {
            return installed;
        }
        Optional<String> source = Folder.literal(block, "source");
        if (source.filter(Folders::isLocal).isPresent()) {
            String uri = Folders.resolve(folder.uri(), source.get());
            return Optional.ofNullable(run.folders().get(uri)).or(() -> Registry.shipped(uri));
        }
        return source.flatMap(s -> Registry.find(s, Folder.literal(block, "version")));
    }

    /** The Region of its provider, or of the provider that is named; nothing when it is not said. */
    Datum region(Optional<String> alias) {
        return ofProvider(alias, "region", p -> p.body().attribute("region"));
    }

    private Datum defaultTags(Optional<String> alias) {
        return ofProvider(alias, "default tags", p -> p.body()
                .blocks("default_tags")
                .findFirst()
                .flatMap(b -> b.body().attribute("tags")));
    }

    private Datum ofProvider(
            Optional<String> alias, String what, Function<Hcl.Block, Optional<Hcl.Attribute>> attribute) {
        String name = "aws" + alias.map(a -> "." + a).orElse("");
        if (call == null) {
            return folder.providers().stream()
                    .filter(p -> p.label(0).equals("aws"))
                    .filter(p -> Folder.literal(p, "alias").equals(alias))
                    .findFirst()
                    .flatMap(attribute)
                    .map(a -> once(what + " of " + name, a.place(), () -> Expressions.eval(a.value(), Scope.of(this))))
                    .orElseGet(() -> new Datum.Nothing(List.of()));
        }
        Optional<String> passed = call.block().body().attribute("providers").map(Hcl.Attribute::value).stream()
                .filter(v -> v instanceof HclExpression.ObjectOf)
                .flatMap(v -> ((HclExpression.ObjectOf) v).members().stream())
                .filter(m -> name.equals(written(m.key())))
                .map(m -> written(m.value()))
                .findFirst();
        return call.scope()
                .module()
                .ofProvider(
                        passed.flatMap(Module::alias).or(() -> passed.isPresent() ? Optional.empty() : alias),
                        what,
                        attribute);
    }

    private static String written(HclExpression expression) {
        if (expression instanceof HclExpression.Attribute attribute) {
            return written(attribute.of()) + "." + attribute.name();
        }
        if (expression instanceof HclExpression.Template template) {
            return String.valueOf(template.literal());
        }
        return expression instanceof HclExpression.Variable variable ? variable.name() : "";
    }

    private static Optional<String> alias(String provider) {
        int dot = provider.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(provider.substring(dot + 1));
    }

    /** The resources of this module and of those it calls. */
    List<TfResource> resources() {
        List<TfResource> all = new ArrayList<>();
        folder.resources().forEach((local, block) -> {
            for (Instances.Instance instance : instances(local, block).all().values()) {
                all.add(resource(block, local, instance));
            }
        });
        folder.calls().forEach((name, block) -> {
            for (Instances.Instance instance :
                    instances("module." + name, block).all().values()) {
                child(block, instance).ifPresent(c -> all.addAll(c.resources()));
            }
        });
        return all;
    }

    private TfResource resource(Hcl.Block block, String local, Instances.Instance instance) {
        String address = prefix() + local + instance.suffix();
        Scope scope = scope(instance);
        Referenced referenced = referenced(block, local, instance);
        Datum exists = call == null
                ? instance.exists()
                : Operators.binary("&&", call.exists(), instance.exists(), block.header());
        Optional<String> provider =
                block.body().attribute("provider").map(a -> written(a.value())).flatMap(Module::alias);
        Datum tags = defaultTags(provider);
        Datum.Members asWritten = new AsWritten(referenced.written(), referenced);
        Datum.Members written = tags instanceof Datum.Nothing ? asWritten : new DefaultTags(asWritten, tags);
        Datum own = block.body()
                .attribute("region")
                .map(a -> Expressions.eval(a.value(), scope))
                .orElseGet(() -> new Datum.Nothing(List.of()));
        Datum region = own instanceof Datum.Nothing ? region(provider) : own;
        Place place = block.header().withAddress(address);
        boolean data = block.type().equals("data");
        Props attributes = new Props(new Given(written), block.label(0), place, run::report);
        TfResource resource = new TfResource(
                address,
                data ? TfResource.Mode.DATA : TfResource.Mode.MANAGED,
                block.label(0),
                exists,
                region,
                attributes,
                place);
        return call == null ? resource : Outside.of(resource, call);
    }
}
