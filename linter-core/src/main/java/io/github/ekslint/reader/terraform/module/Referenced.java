package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Target;
import io.github.ekslint.reader.terraform.resource.TfTargets;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource or data source as expressions see it, or a block of it: what is written stands, and names the resource; what the
 * provider computes is a gap that names it.
 *
 * @param written what its block says
 * @param path of the block in the resource, with a dot at its end; empty for the resource itself
 */
record Referenced(Datum.Members written, String type, String address, String path, Module module)
        implements Datum.Members {

    /** Attributes that are no text, and whose shape is not looked at here. */
    private static final Set<String> COLLECTIONS = Set.of(
            "tags_all",
            "certificate_authority",
            "identity",
            "network_interface",
            "resources",
            "ids",
            "names",
            "zone_ids",
            "cidr_block_associations",
            "subnet_ids",
            "access_config",
            "subnets",
            "security_groups");

    private boolean isData() {
        return address.startsWith("data.") || address.contains(".data.");
    }

    @Override
    public Place place() {
        return written.place();
    }

    @Override
    public Set<String> keys() {
        return written.keys();
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return written.keyPlace(key);
    }

    @Override
    public Datum get(String key) {
        return Choices.map(written.get(key), w -> known(key, w));
    }

    private Datum known(String key, Datum value) {
        if (value instanceof Datum.Nothing) {
            return computed(key);
        }
        if (value instanceof Datum.Text t && !isData()) {
            return new Datum.Text(t.pieces(), t.provenance(), t.places(), TfTargets.of(type, address, path + key));
        }
        Target named = TfTargets.of(type, address, path + key);
        if (value instanceof Datum.Unknown open && named.isId() && !isData() && !Use.isRefused(open)) {
            return Datum.Text.gap(open.gap().of(named), open.places());
        }
        if (value instanceof Datum.Items items && items.items().stream().anyMatch(i -> i instanceof BlockValue)) {
            List<Datum> blocks = new ArrayList<>();
            for (Datum item : items.items()) {
                blocks.add(
                        item instanceof BlockValue block
                                ? new Referenced(block, type, address, path + key + ".", module)
                                : item);
            }
            return new Datum.Items(blocks, items.provenance(), items.places());
        }
        return value;
    }

    private Datum computed(String key) {
        if (isData()) {
            return DataSources.attribute(this, key);
        }
        return COLLECTIONS.contains(key)
                ? new Datum.Unknown(TfTargets.gap(type, address, path + key), List.of(place()))
                : TfTargets.knownAfterApply(type, address, path + key, List.of(place()));
    }
}
