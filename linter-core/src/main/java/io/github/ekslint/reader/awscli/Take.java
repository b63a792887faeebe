package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading.Recording;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is taken from one answer: facts by the cluster they are about. */
final class Take {

    /** Makes a fact of a type; the constructors of the model's records have this form. */
    @FunctionalInterface
    interface Maker {
        Fact make(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes);
    }

    private record Owner(Optional<String> account, Optional<String> region, Optional<String> cluster) {}

    private final Answer answer;
    private final Optional<Manifest> manifest;
    private final Fields fields;
    private final Map<Owner, List<Fact>> facts = new LinkedHashMap<>();

    Take(Answer answer, Optional<Manifest> manifest, ReaderContext context, Consumer<Problem> problems) {
        this.answer = answer;
        this.manifest = manifest;
        String origin = manifest.flatMap(Manifest::recordedAt)
                .map(t -> "recorded " + t.atZone(ZoneOffset.UTC).toLocalDate())
                .orElse("recorded");
        this.fields = new Fields(answer.root(), Provenance.OBSERVED, origin, context.parameters(), problems);
    }

    /** The members of the answer. */
    Fields fields() {
        return fields;
    }

    /** A place of the answer that has no members of its own. */
    Fields at(Node node) {
        Node.Mapping nothing = new Node.Mapping(node.place(), null, Map.of());
        return new Fields(nothing, fields.provenance(), fields.origin(), fields.parameters(), fields.problems());
    }

    /** The command that gave the answer; empty when no manifest tells. */
    Optional<Command> command() {
        return manifest.flatMap(m -> m.commandOf(answer.document()));
    }

    /** Whether the answer says that more of it follows. */
    boolean isPage() {
        return answer.isPage();
    }

    /** A list of the answer as far as the answer goes. */
    Listing<Value<String>> whole(Listing<Value<String>> list) {
        boolean cut =
                isPage() || fields.flag("IsTruncated").flatMap(Value::known).orElse(false);
        return cut
                ? list.withRest(new Value.Unresolved<>("the answer is cut off", list.places(), List.of(), null, null))
                : list;
    }

    /** The cluster of the command or of the folder, for answers that do not name it. */
    Optional<String> askedCluster() {
        return command()
                .flatMap(c -> c.option("--cluster-name").or(() -> c.option("--name")))
                .or(() -> manifest.flatMap(Manifest::cluster));
    }

    /** Takes a fact that belongs to no cluster by name. */
    void add(Maker maker, Attribute<Value<String>> id, Description description) {
        add(maker, id, description, Optional.empty(), Optional.empty());
    }

    /**
     * Takes a fact that belongs to a cluster.
     *
     * @param cluster the cluster's name, when the answer says it
     * @param arn of the resource or of its cluster, which tells Region and account
     */
    void add(
            Maker maker,
            Attribute<Value<String>> id,
            Description description,
            Optional<String> cluster,
            Optional<Arn> arn) {
        add(maker, id, description, "", cluster, arn);
    }

    /** Takes a fact of which there may be several with one id, told apart by a suffix of the key. */
    void add(
            Maker maker,
            Attribute<Value<String>> id,
            Description description,
            String suffix,
            Optional<String> cluster,
            Optional<Arn> arn) {
        Attributes attributes = description.attributes();
        Place place = description.place();
        Fact unnamed = maker.make("", place, Truth.yes(), null, attributes);
        String scope =
                cluster.filter(c -> !id.name().equals("name")).map(c -> c + "/").orElse("");
        String name = attributes.said().contains(id)
                ? unnamed.id().known().map(known -> scope + known + suffix).orElseGet(() -> at(place))
                : at(place);
        Fact fact = maker.make(unnamed.kind() + "/" + name, place, Truth.yes(), null, attributes);
        Owner owner = new Owner(
                arn.flatMap(Arn::account).or(() -> manifest.flatMap(Manifest::account)),
                arn.flatMap(Arn::region).or(() -> manifest.flatMap(Manifest::region)),
                cluster.or(() -> manifest.flatMap(Manifest::cluster)));
        facts.computeIfAbsent(owner, o -> new ArrayList<>()).add(fact);
    }

    /** The recordings, one for each cluster the answer is about; one without facts when nothing was taken. */
    List<Recording> recordings() {
        if (facts.isEmpty()) {
            facts.put(
                    new Owner(
                            manifest.flatMap(Manifest::account),
                            manifest.flatMap(Manifest::region),
                            manifest.flatMap(Manifest::cluster)),
                    List.of());
        }
        List<Recording> recordings = new ArrayList<>();
        facts.forEach((owner, taken) -> recordings.add(new Recording(
                answer.root().place(),
                AwsCliReader.DIALECT,
                owner.account(),
                owner.region(),
                owner.cluster(),
                manifest.flatMap(Manifest::recordedAt),
                taken)));
        return recordings;
    }

    private static String at(Place place) {
        return place.toString();
    }
}
