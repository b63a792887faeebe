package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.NetworkAclEntry;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedNetwork;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Network ACLs with their entries and subnets, and the default one of every VPC that the stacks create. */
final class NetworkAcls {

    private static final String ACL = "AWS::EC2::NetworkAcl";
    private static final String ALL = "-1";

    private final StackResources resources;
    private final Set<String> guarded = new HashSet<>();

    private NetworkAcls(StackResources resources) {
        this.resources = resources;
    }

    static void read(StackResources resources) {
        NetworkAcls acls = new NetworkAcls(resources);
        resources.of(ACL).forEach(acls::acl);
        resources.of(Vpcs.VPC).forEach(acls::byDefault);
    }

    private void acl(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        List<Ref> subnets = new ArrayList<>();
        resources
                .naming(resource.key(), "NetworkAclId", "AWS::EC2::SubnetNetworkAclAssociation")
                .forEach(a ->
                        a.properties().ref("SubnetId").flatMap(Value::known).ifPresent(subnets::add));
        subnets.stream().map(Ref::key).filter(k -> k != null).forEach(guarded::add);
        List<NetworkAclEntry> entries =
                resources.naming(resource.key(), "NetworkAclId", "AWS::EC2::NetworkAclEntry").stream()
                        .map(NetworkAcls::entry)
                        .toList();
        Attributes.Builder attributes = Attributes.builder()
                .set(NetworkAcl.NETWORK_ACL_ID, props.text(Attribute.id(resource), "NetworkAclId"))
                .set(NetworkAcl.IS_DEFAULT, Value.byDefault(false, Props.AWS, at))
                .set(NetworkAcl.SUBNETS, Listing.explicit(subnets, at))
                .set(NetworkAcl.ENTRIES, Listing.explicit(entries, at));
        props.ref("VpcId").ifPresent(v -> attributes.set(NetworkAcl.VPC, v));
        resources.add(new NetworkAcl(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    private static NetworkAclEntry entry(Resource resource) {
        Props props = resource.properties();
        Place at = resource.place();
        Props ports = props.child("PortRange");
        return new NetworkAclEntry(
                at,
                resource.when(props.integerOrAbsent("RuleNumber")),
                props.flagOr("Egress", false),
                props.textOrAbsent("RuleAction")
                        .map(a -> a.toLowerCase(Locale.ROOT).equals("allow")),
                props.textOr("Protocol", ALL),
                ports.integerOrAbsent("From"),
                ports.integerOrAbsent("To"),
                props.text("CidrBlock").or(() -> props.text("Ipv6CidrBlock")).orElseGet(() -> Value.absent(at)));
    }

    /** Guards the subnets that no other ACL guards, and lets everything pass. */
    private void byDefault(Resource vpc) {
        List<Ref> subnets = resources.naming(vpc.key(), "VpcId", Vpcs.SUBNET).stream()
                .filter(s -> !guarded.contains(s.key()))
                .map(Vpcs::ref)
                .toList();
        String key = "NetworkAcl/" + vpc.key().substring(vpc.key().indexOf('/') + 1) + ".default";
        resources.add(new ImpliedNetwork(Vpcs.ref(vpc), vpc.place(), vpc.existence()).defaultAcl(key, subnets));
    }
}
