package io.github.ekslint.reader.terraform.resource;

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
import java.util.Optional;
import java.util.Set;

/** Network ACLs with their entries and subnets, and the default one of every VPC of the configuration. */
final class NetworkAcls {

    private static final String ACL = "aws_network_acl";
    private static final String DEFAULT_ACL = "aws_default_network_acl";
    private static final String RULE = "aws_network_acl_rule";
    private static final String ALL = "-1";

    private final TfResources resources;
    private final Set<String> guarded = new HashSet<>();

    private NetworkAcls(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        NetworkAcls acls = new NetworkAcls(resources);
        resources.of(ACL).forEach(acls::acl);
        resources.of(Vpcs.VPC).forEach(acls::byDefault);
    }

    private void acl(TfResource resource) {
        Props props = resource.attributes();
        Place at = resource.place();
        Listing<Ref> written = props.refs("subnet_ids").orElseGet(() -> Listing.absent(at));
        List<Ref> subnets = new ArrayList<>(written.items());
        resources
                .naming(resource, "network_acl_id", "aws_network_acl_association")
                .forEach(a ->
                        a.attributes().ref("subnet_id").flatMap(Value::known).ifPresent(subnets::add));
        subnets.forEach(s -> resources.find(s).ifPresent(f -> guarded.add(f.key())));
        Listing<Ref> guards = Listing.explicit(subnets, at);
        Attributes.Builder attributes = Attributes.builder()
                .set(NetworkAcl.NETWORK_ACL_ID, resource.ref().id())
                .set(NetworkAcl.IS_DEFAULT, Value.byDefault(false, Props.AWS, at))
                .set(NetworkAcl.SUBNETS, written.rest() == null ? guards : guards.withRest(written.rest()))
                .set(NetworkAcl.ENTRIES, entries(resource, resource.key()));
        props.ref("vpc_id").ifPresent(v -> attributes.set(NetworkAcl.VPC, v));
        resources.add(new NetworkAcl(resource.key(), at, resource.existence(), null, attributes.build()));
    }

    /** The entries written in an ACL and beside it; one that is there already lists those that are there as well. */
    private Listing<NetworkAclEntry> entries(TfResource acl, String key) {
        List<NetworkAclEntry> entries = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        for (boolean egress : new boolean[] {false, true}) {
            Props.Children written = acl.attributes().children(egress ? "egress" : "ingress");
            rest = written.rest() == null ? rest : written.rest();
            written.all().forEach(e -> entries.add(entry(e, e.integerOrAbsent("rule_no"), egress, "action")));
        }
        boolean listsAll = !acl.isNew() && !entries.isEmpty();
        for (TfResource rule : resources.namingKey(key, "network_acl_id", RULE)) {
            Props props = rule.attributes();
            if (rule.isNew() || !listsAll) {
                boolean egress = props.flag("egress").flatMap(Value::known).orElse(false);
                entries.add(entry(props, rule.when(props.integerOrAbsent("rule_number")), egress, "rule_action"));
            }
        }
        Listing<NetworkAclEntry> listing = Listing.explicit(entries, acl.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    private static NetworkAclEntry entry(Props props, Value<Integer> number, boolean egress, String action) {
        Place at = props.at();
        Value<String> protocol = props.textOr("protocol", ALL).map(p -> p.equals("all") ? ALL : p);
        boolean all = protocol.known().filter(ALL::equals).isPresent();
        return new NetworkAclEntry(
                at,
                number,
                Value.explicit(egress, at),
                props.textOrAbsent(action).map(a -> a.toLowerCase(Locale.ROOT).equals("allow")),
                protocol.map(NetworkAcls::number),
                all ? Value.absent(at) : props.integerOrAbsent("from_port"),
                all ? Value.absent(at) : props.integerOrAbsent("to_port"),
                props.text("cidr_block").or(() -> props.text("ipv6_cidr_block")).orElseGet(() -> Value.absent(at)));
    }

    /** The provider takes protocols by name as well. */
    private static String number(String protocol) {
        return switch (protocol) {
            case "icmp" -> "1";
            case "tcp" -> "6";
            case "udp" -> "17";
            default -> protocol;
        };
    }

    /** Guards the subnets that no other ACL guards; lets everything pass unless the configuration takes it over. */
    private void byDefault(TfResource vpc) {
        List<Ref> subnets = resources.naming(vpc, "vpc_id", Subnets.SUBNET).stream()
                .filter(s -> !guarded.contains(s.key()))
                .map(TfResource::ref)
                .toList();
        String key = TfTargets.defaultNetworkAcl(vpc.key());
        NetworkAcl implied = new ImpliedNetwork(vpc.ref(), vpc.place(), vpc.existence()).defaultAcl(key, subnets);
        Optional<TfResource> takenOver = resources.namingKey(key, "default_network_acl_id", DEFAULT_ACL).stream()
                .findFirst();
        resources.add(takenOver
                .map(own -> implied.with(Attributes.builder()
                        .set(NetworkAcl.ENTRIES, entries(own, key))
                        .build()
                        .over(implied.attributes(), true)))
                .orElse(implied));
    }
}
