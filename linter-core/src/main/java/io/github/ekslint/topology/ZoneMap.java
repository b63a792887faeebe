package io.github.ekslint.topology;

import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which zone name goes with which zone id in the account of an estate, as far as recordings tell
 * (<a href="https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html">names differ from account to account,
 * ids do not</a>). A pair that recordings contradict is left out.
 */
record ZoneMap(Map<String, String> idByName, Map<String, String> nameById, Map<String, String> typeByName) {

    static ZoneMap of(Estate estate) {
        Map<String, String> ids = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Set<String> contradicted = new HashSet<>();
        for (AvailabilityZone zone : estate.all(AvailabilityZone.class)) {
            pair(zone.zoneName(), zone.zoneId(), ids, names, contradicted);
            zone.zoneName().known().ifPresent(n -> zone.zoneType().known().ifPresent(t -> types.put(n, t)));
        }
        for (Subnet subnet : estate.all(Subnet.class)) {
            pair(subnet.availabilityZone(), subnet.availabilityZoneId(), ids, names, contradicted);
        }
        ids.keySet().removeAll(contradicted);
        names.keySet().removeAll(contradicted);
        return new ZoneMap(ids, names, types);
    }

    /** The zone's id, worked out from its name where only that is known. */
    Value<String> id(Subnet subnet) {
        return or(subnet.availabilityZoneId(), subnet.availabilityZone(), idByName);
    }

    /** The zone's name, worked out from its id where only that is known. */
    Value<String> name(Subnet subnet) {
        return or(subnet.availabilityZone(), subnet.availabilityZoneId(), nameById);
    }

    private static Value<String> or(Value<String> said, Value<String> other, Map<String, String> map) {
        Optional<String> found = other.known().map(map::get);
        return said.known().isEmpty() && found.isPresent() ? other.map(x -> found.get()) : said;
    }

    private static void pair(
            Value<String> name,
            Value<String> id,
            Map<String, String> ids,
            Map<String, String> names,
            Set<String> contradicted) {
        if (name.known().isEmpty() || id.known().isEmpty()) {
            return;
        }
        String n = name.known().get();
        String i = id.known().get();
        String otherId = ids.put(n, i);
        String otherName = names.put(i, n);
        if (otherId != null && !otherId.equals(i) || otherName != null && !otherName.equals(n)) {
            contradicted.add(n);
            contradicted.add(i);
            if (otherId != null) {
                contradicted.add(otherId);
            }
            if (otherName != null) {
                contradicted.add(otherName);
            }
        }
    }
}
