package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Target;
import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.reader.terraform.resource.TfTargets;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the values of an instance. What is known comes from the plan; what is not, from what it refers to; what is sensitive
 * is not read.
 *
 * @param path of the mapping below the instance: names, and the indexes of blocks
 * @param unknown which members are not known, in the same shape; null when all are
 * @param sensitive which members are not to be shown, in the same shape; null when all are
 */
record PlanMembers(
        Plan plan,
        Instance instance,
        List<String> path,
        Node.Mapping node,
        @Nullable Node unknown,
        @Nullable Node sensitive)
        implements Datum.Members {

    /** A report shows what stands at a place. */
    private static final Set<String> USER_DATA = Set.of("user_data", "user_data_base64");

    private static final Set<String> MAPS = Set.of("tags", "tags_all", "labels");

    static PlanMembers of(Plan plan, Instance instance) {
        return new PlanMembers(plan, instance, List.of(), instance.values(), instance.unknown(), instance.sensitive());
    }

    @Override
    public Place place() {
        return node.place();
    }

    @Override
    public Datum get(String key) {
        return datum(
                node.get(key).orElse(null),
                Instance.member(unknown, key),
                Instance.member(sensitive, key),
                extended(path, key));
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(node.members().keySet());
        Optional.ofNullable(unknown).flatMap(Node::asMapping).ifPresent(m -> m.members()
                .forEach((k, e) -> {
                    if (Instance.isTrue(e.value())) {
                        keys.add(k);
                    }
                }));
        return keys;
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return Optional.ofNullable(node.members().get(key)).map(e -> e.key().place());
    }

    private Datum datum(@Nullable Node value, @Nullable Node open, @Nullable Node secret, List<String> at) {
        if (Instance.isTrue(secret)) {
            return new Datum.Unknown(Gap.because("it is sensitive, and not read"), List.of(instance.place()));
        }
        Place place = value == null || USER_DATA.contains(at.get(at.size() - 1)) ? instance.place() : value.place();
        if (Instance.isTrue(open)) {
            return new Unknowns(plan).of(instance, at, place);
        }
        if (value instanceof Node.Mapping mapping) {
            return new PlanMembers(plan, instance, at, mapping, open, secret);
        }
        if (value instanceof Node.Sequence sequence) {
            List<Datum> items = new ArrayList<>();
            for (int i = 0; i < sequence.items().size(); i++) {
                String index = Integer.toString(i);
                items.add(datum(
                        sequence.items().get(i),
                        Instance.member(open, index),
                        Instance.member(secret, index),
                        extended(at, index)));
            }
            return new Datum.Items(items, provenance(at), List.of(place));
        }
        if (value == null || value.asScalar().filter(Node.Scalar::isNull).isPresent()) {
            return new Datum.Nothing(List.of(place));
        }
        String text = value.asScalar().map(Node.Scalar::text).orElse("");
        if (text.isEmpty() && !mayBeEmpty(at)) {
            return new Datum.Nothing(List.of(place));
        }
        return new Datum.Text(List.of(Datum.Piece.of(text)), provenance(at), List.of(place), target(text));
    }

    /** The values of tags and labels may be empty; elsewhere an empty text is how the provider writes that nothing is set. */
    private static boolean mayBeEmpty(List<String> at) {
        return at.get(at.size() - 1).equals("value") || (at.size() > 1 && MAPS.contains(at.get(at.size() - 2)));
    }

    /** The resource of this plan that has that id already. */
    private @Nullable Target target(String text) {
        Instance named = text.isEmpty() ? null : plan.byId(text);
        return named == null || named == instance ? null : TfTargets.of(named.type(), named.address(), "id");
    }

    /** What the configuration does not write, the provider filled in; of what is there already, it was read from AWS. */
    private Provenance provenance(List<String> at) {
        if (instance.mode() == Mode.DATA) {
            return Provenance.OBSERVED;
        }
        PlanModule module = plan.module(instance.module());
        if (module.resource(instance).isEmpty()) {
            return plan.isState() ? Provenance.OBSERVED : Provenance.EXPLICIT;
        }
        boolean written = at.size() == 1
                ? Expressions.isWritten(plan, instance, at.get(0))
                : !Expressions.isWritten(plan, instance, at.get(0))
                        || Expressions.of(plan, instance, at).isPresent();
        return written ? Provenance.EXPLICIT : instance.isNew() ? Provenance.DEFAULT : Provenance.OBSERVED;
    }

    private static List<String> extended(List<String> path, String part) {
        List<String> longer = new ArrayList<>(path);
        longer.add(part);
        return longer;
    }
}
