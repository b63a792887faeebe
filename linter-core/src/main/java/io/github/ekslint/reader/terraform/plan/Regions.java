package io.github.ekslint.reader.terraform.plan;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.terraform.resource.TfResource.Mode;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which Region a provider creates resources. */
record Regions(Plan plan) {

    /** The Region of a resource's provider; nothing when the plan does not say. */
    Datum of(Instance instance) {
        Optional<String> own = instance.values().text("region");
        String key = plan.module(instance.module())
                .resource(instance)
                .flatMap(r -> r.text("provider_config_key"))
                .orElse("aws");
        Place place = instance.place();
        return own.or(() -> plan.provider(key).flatMap(this::written))
                .or(this::lookedUp)
                .<Datum>map(r -> Datum.Text.of(r, place))
                .orElseGet(() -> new Datum.Nothing(List.of(place)));
    }

    private Optional<String> written(Node.Mapping provider) {
        Optional<Node.Mapping> region = provider.at("expressions", "region").flatMap(Node::asMapping);
        Optional<String> constant = region.flatMap(r -> r.text("constant_value"));
        return constant.or(() -> region.flatMap(r -> r.get("references")).flatMap(Node::asSequence).stream()
                .flatMap(s -> s.items().stream())
                .flatMap(i -> i.asScalar().stream())
                .map(r -> Part.of(r.text()))
                .filter(p -> p.size() == 2 && p.get(0).text().equals("var"))
                .flatMap(p -> plan.variable(p.get(1).text()).flatMap(Node::asScalar).map(Node.Scalar::text).stream())
                .findFirst());
    }

    /** What the plan's data sources found. */
    private Optional<String> lookedUp() {
        return plan.instances().stream()
                .filter(i -> i.mode() == Mode.DATA && i.type().equals("aws_region"))
                .flatMap(i -> Stream.of("region", "name", "id").flatMap(a -> i.values().text(a).stream()))
                .findFirst();
    }
}
