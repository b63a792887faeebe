package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The VPC of a spec and its subnets, whether they exist already or eksctl creates them.
 *
 * @param vpcKey the key of the VPC
 * @param vpcId its id
 * @param cidr its IPv4 CIDR block
 * @param privates the subnets under {@code vpc.subnets.private}, or those that eksctl creates
 * @param publics the same for the public ones
 * @param privateRouteTables the keys of the route tables that eksctl creates for private subnets
 * @param open why there may be other subnets than these; empty when these are all
 */
record Network(
        String vpcKey,
        Value<String> vpcId,
        Value<String> cidr,
        List<Entry> privates,
        List<Entry> publics,
        List<String> privateRouteTables,
        Optional<Value.Unresolved<?>> open) {

    /** Keeps its own copies. */
    Network {
        privates = List.copyOf(privates);
        publics = List.copyOf(publics);
        privateRouteTables = List.copyOf(privateRouteTables);
    }

    /**
     * A subnet of the spec.
     *
     * @param name what the spec calls it: its zone or any other name
     * @param local whether it lies in a Local Zone, where cluster subnets cannot be
     */
    record Entry(String name, Subnet subnet, boolean local) {
        Ref ref() {
            return new Ref(subnet.subnetId(), subnet.key());
        }

        /** Whether the subnet lies in that zone, by what the spec says. */
        boolean isIn(String zone) {
            return subnet.availabilityZone().known().filter(zone::equals).isPresent();
        }

        boolean hasId(String id) {
            return subnet.subnetId().known().filter(id::equals).isPresent();
        }
    }

    /** The reference to the VPC. */
    Ref vpc() {
        return new Ref(vpcId, vpcKey);
    }

    /** The private or the public subnets. */
    List<Entry> side(boolean isPrivate) {
        return isPrivate ? privates : publics;
    }

    /** All subnets, the private ones first. */
    List<Entry> all() {
        return Stream.concat(privates.stream(), publics.stream()).toList();
    }

    /** References to subnets, with an open end when the spec's subnets are not all known. */
    Listing<Ref> refs(List<Entry> entries, Place at) {
        List<Ref> refs = new ArrayList<>();
        entries.forEach(e -> refs.add(e.ref()));
        Listing<Ref> listing = Spec.byEksctl(refs, at);
        return open.map(o -> refs.isEmpty() ? Spec.<Ref>unresolvedList(o) : listing.withRest(o))
                .orElse(listing);
    }
}
