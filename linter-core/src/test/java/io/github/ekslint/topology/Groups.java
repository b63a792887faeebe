package io.github.ekslint.topology;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.SourceFile;
import java.util.List;

/** Security groups, their rules and subnets for tests. */
final class Groups {

    static final Place HERE = new SourceFile("groups.json", List.of("{}")).start();

    private Groups() {}

    static SecurityGroup group(String id, List<SecurityGroupRule> ingress, List<SecurityGroupRule> egress) {
        return new SecurityGroup(
                "SecurityGroup/" + id,
                HERE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(SecurityGroup.GROUP_ID, Value.observed(id, "recorded", HERE))
                        .set(SecurityGroup.INGRESS, Listing.observed(ingress, "recorded", HERE))
                        .set(SecurityGroup.EGRESS, Listing.observed(egress, "recorded", HERE))
                        .build());
    }

    /** A group of which nothing but the id is known. */
    static SecurityGroup unseen(String id) {
        return new SecurityGroup(
                "SecurityGroup/" + id,
                HERE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(SecurityGroup.GROUP_ID, Value.explicit(id, HERE))
                        .build());
    }

    /** A rule such as {@code tcp 443 sg-1}, {@code tcp 1025-65535 10.0.0.0/16}, {@code -1 0.0.0.0/0} or {@code tcp 443 pl-1}. */
    static SecurityGroupRule rule(String text) {
        String[] words = text.split(" ");
        String peer = words[words.length - 1];
        Value<Integer> from = Value.absent(HERE);
        Value<Integer> to = Value.absent(HERE);
        if (words.length == 3) {
            String[] ports = words[1].split("(?<=\\d)-", 2);
            from = Value.explicit(Integer.valueOf(ports[0]), HERE);
            to = Value.explicit(Integer.valueOf(ports[ports.length - 1]), HERE);
        }
        boolean group = peer.startsWith("sg-");
        return new SecurityGroupRule(
                HERE,
                Value.explicit(words[0], HERE),
                from,
                to,
                group ? PeerKind.SECURITY_GROUP : peer.startsWith("pl-") ? PeerKind.PREFIX_LIST : PeerKind.CIDR,
                group ? Value.absent(HERE) : Value.explicit(peer, HERE),
                group ? Value.explicit(Ref.byId(Value.explicit(peer, HERE)), HERE) : Value.absent(HERE));
    }

    static List<SecurityGroupRule> rules(String... texts) {
        return java.util.Arrays.stream(texts).map(Groups::rule).toList();
    }

    static Subnet subnet(String id, String cidr) {
        return new Subnet(
                "Subnet/" + id,
                HERE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Subnet.SUBNET_ID, Value.explicit(id, HERE))
                        .set(Subnet.CIDR_BLOCK, Value.observed(cidr, "recorded", HERE))
                        .build());
    }

    static Subnet unseenSubnet(String id) {
        return new Subnet(
                "Subnet/" + id,
                HERE,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(Subnet.SUBNET_ID, Value.explicit(id, HERE))
                        .build());
    }

    static Interfaces interfaces(String name, List<SecurityGroup> groups, Subnet... subnets) {
        return new Interfaces(name, Listing.explicit(groups, HERE), Listing.explicit(List.of(subnets), HERE));
    }
}
