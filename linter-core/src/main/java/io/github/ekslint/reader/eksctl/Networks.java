package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a spec brings its VPC or lets eksctl create one, and reads the former
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/vpc-configuration.html">eksctl User Guide, VPC configuration</a>).
 */
final class Networks {

    private final Spec spec;
    private final Fields vpc;
    private final String vpcKey;

    private Networks(Spec spec, Fields vpc) {
        this.spec = spec;
        this.vpc = vpc;
        this.vpcKey = spec.mint("Vpc");
    }

    static Network read(Spec spec) {
        Optional<Value.Unresolved<?>> open = spec.root().open("vpc");
        Optional<Fields> vpc = spec.root().child("vpc");
        if (open.isEmpty()) {
            open = vpc.flatMap(v -> v.open("subnets")
                    .or(() -> v.child("subnets").flatMap(s -> s.open("private").or(() -> s.open("public")))));
        }
        List<SubnetSpec> subnets = vpc.map(SubnetSpec::all).orElse(List.of());
        boolean brought = vpc.flatMap(v -> Spec.text(v, "id")).isPresent()
                || subnets.stream().anyMatch(s -> s.id().isPresent());
        if (open.isPresent() || brought) {
            Fields block = vpc.orElse(spec.root());
            return new Networks(spec, block).existing(vpc.isPresent() ? subnets : List.of(), open);
        }
        return NewVpc.read(spec, vpc, subnets);
    }

    private Network existing(List<SubnetSpec> subnets, Optional<Value.Unresolved<?>> open) {
        boolean written =
                spec.root().node("vpc").filter(n -> n.asMapping().isPresent()).isPresent();
        Place at = written ? vpc.place() : spec.placeOf("vpc");
        Value<String> id = open.filter(o -> !written)
                .<Value<String>>map(Spec::unresolved)
                .or(() -> Spec.text(vpc, "id"))
                .orElseGet(() -> idFromSubnets(subnets, at));
        Attributes.Builder attributes = Attributes.builder().set(Vpc.VPC_ID, id).set(Vpc.REGION, spec.region());
        Optional<Value<String>> cidr = written ? Spec.text(vpc, "cidr") : Optional.empty();
        cidr.ifPresent(c -> attributes.set(
                Vpc.CIDR_BLOCKS, Listing.explicit(List.of(c), c.places().toArray(Place[]::new))));
        spec.add(new Vpc(vpcKey, at, Truth.yes(), spec.clusterKey(), attributes.build()));
        List<Network.Entry> privates = new ArrayList<>();
        List<Network.Entry> publics = new ArrayList<>();
        for (SubnetSpec subnet : subnets) {
            (subnet.isPublic() ? publics : privates).add(existing(subnet, id));
        }
        Optional<Value.Unresolved<?>> rest = open.isEmpty() && subnets.isEmpty() ? Optional.of(noSubnets(at)) : open;
        Value<String> block =
                cidr.orElseGet(() -> Value.unresolved("the CIDR block of the VPC is not written", List.of(at)));
        return new Network(vpcKey, id, block, privates, publics, List.of(), rest);
    }

    private Network.Entry existing(SubnetSpec subnet, Value<String> vpcId) {
        String side = subnet.isPublic() ? "public" : "private";
        Attributes.Builder attributes = Attributes.builder()
                .set(Subnet.VPC, Value.explicit(new Ref(vpcId, vpcKey), subnet.place()))
                .set(Subnet.DECLARED_PUBLIC, Value.explicit(subnet.isPublic(), subnet.place()))
                .set(Subnet.IS_NEW, Value.explicit(false, subnet.place()))
                .set(Subnet.SUBNET_ID, subnet.id().orElseGet(() -> looked(subnet, vpcId)));
        subnet.cidr().ifPresent(c -> attributes.set(Subnet.CIDR_BLOCK, c));
        subnet.zone().ifPresent(z -> attributes.set(Subnet.AVAILABILITY_ZONE, z));
        String key = spec.mint("Subnet/" + side + "/" + subnet.name());
        Subnet fact = new Subnet(key, subnet.place(), Truth.yes(), spec.clusterKey(), attributes.build());
        spec.add(fact);
        return new Network.Entry(subnet.name(), fact, false);
    }

    /** A subnet without an id: eksctl looks it up in the VPC by zone and CIDR block. */
    private static Value<String> looked(SubnetSpec subnet, Value<String> vpcId) {
        return Value.unresolved(
                "eksctl looks the subnet up by its zone and CIDR block",
                List.of(subnet.place()),
                describeSubnetsOf(vpcId));
    }

    private static Value<String> idFromSubnets(List<SubnetSpec> subnets, Place at) {
        List<String> ids = subnets.stream()
                .flatMap(s -> s.id().stream())
                .flatMap(v -> v.known().stream())
                .toList();
        String command = "aws ec2 describe-subnets --subnet-ids %s --output json"
                .formatted(ids.isEmpty() ? "<subnetId>" : ids.get(0));
        return Value.unresolved("vpc.id is not set; the subnets tell it", List.of(at), Settlement.command(command));
    }

    private Value.Unresolved<?> noSubnets(Place at) {
        Value<String> id = Spec.text(vpc, "id").orElseGet(() -> Value.absent(at));
        return new Value.Unresolved<>(
                "vpc.id names a VPC, but vpc.subnets no subnets of it",
                List.of(at),
                List.of(describeSubnetsOf(id)),
                null,
                null);
    }

    private static Settlement describeSubnetsOf(Value<String> vpcId) {
        return Settlement.command("aws ec2 describe-subnets --filters Name=vpc-id,Values=%s --output json"
                .formatted(vpcId.known().orElse("<vpcId>")));
    }
}
