package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.SecurityGroupRule.PeerKind;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of security groups: one written rule may have several peers, and makes one rule for each. */
final class GroupRules {

    private static final String ALL = "-1";

    private GroupRules() {}

    /** The rules of an {@code ingress} or {@code egress} block. */
    static Listing<SecurityGroupRule> written(Props props, Ref self) {
        Made made = new Made(props, protocol(props, "protocol"));
        made.cidrs("cidr_blocks");
        made.cidrs("ipv6_cidr_blocks");
        made.prefixLists("prefix_list_ids");
        made.groups("security_groups");
        made.self(self);
        return made.listing();
    }

    /** The rules that a resource of its own makes. */
    static Listing<SecurityGroupRule> beside(TfResource rule, Ref self) {
        Props props = rule.attributes();
        if (!rule.is("aws_security_group_rule")) {
            Made made = new Made(props, rule.when(protocol(props, "ip_protocol")));
            made.cidr("cidr_ipv4");
            made.cidr("cidr_ipv6");
            props.text("prefix_list_id").ifPresent(p -> made.add(PeerKind.PREFIX_LIST, p, Value.absent(props.at())));
            made.group("referenced_security_group_id");
            return made.listing();
        }
        Made made = new Made(props, rule.when(protocol(props, "protocol")));
        made.cidrs("cidr_blocks");
        made.cidrs("ipv6_cidr_blocks");
        made.prefixLists("prefix_list_ids");
        made.group("source_security_group_id");
        made.self(self);
        return made.listing();
    }

    private static Value<String> protocol(Props props, String key) {
        return props.textOr(key, ALL).map(p -> p.equals("all") ? ALL : p);
    }

    /** What one written rule makes. */
    private static final class Made {
        private final Props props;
        private final Value<String> protocol;
        private final Value<Integer> from;
        private final Value<Integer> to;
        private final List<SecurityGroupRule> rules = new ArrayList<>();
        private Value.@Nullable Unresolved<?> rest;

        Made(Props props, Value<String> protocol) {
            this.props = props;
            this.protocol = protocol;
            boolean all = protocol.known().filter(ALL::equals).isPresent();
            this.from = all ? Value.absent(props.at()) : port("from_port");
            this.to = all ? Value.absent(props.at()) : port("to_port");
        }

        private Value<Integer> port(String key) {
            Value<Integer> port = props.integerOrAbsent(key);
            return port.known().filter(p -> p == -1).isPresent() ? Value.absent(props.at()) : port;
        }

        void cidr(String key) {
            props.text(key).ifPresent(c -> add(PeerKind.CIDR, c, Value.absent(props.at())));
        }

        void cidrs(String key) {
            props.texts(key).ifPresent(list -> {
                list.items().forEach(c -> add(PeerKind.CIDR, c, Value.absent(props.at())));
                rest = list.isComplete() ? rest : list.rest();
            });
        }

        void prefixLists(String key) {
            props.texts(key).ifPresent(list -> {
                list.items().forEach(p -> add(PeerKind.PREFIX_LIST, p, Value.absent(props.at())));
                rest = list.isComplete() ? rest : list.rest();
            });
        }

        void group(String key) {
            props.ref(key).ifPresent(g -> add(PeerKind.SECURITY_GROUP, Value.absent(props.at()), g));
        }

        void groups(String key) {
            Place at = props.place(key);
            props.refs(key).ifPresent(list -> {
                list.items().forEach(g -> add(PeerKind.SECURITY_GROUP, Value.absent(at), Value.explicit(g, at)));
                rest = list.isComplete() ? rest : list.rest();
            });
        }

        void self(Ref self) {
            Optional<Value<Boolean>> written = props.flag("self");
            if (written.flatMap(Value::known).orElse(false)) {
                Place at = props.place("self");
                add(PeerKind.SECURITY_GROUP, Value.absent(at), Value.explicit(self, at));
            }
        }

        void add(PeerKind kind, Value<String> peer, Value<Ref> group) {
            rules.add(new SecurityGroupRule(props.at(), protocol, from, to, kind, peer, group));
        }

        Listing<SecurityGroupRule> listing() {
            Listing<SecurityGroupRule> listing = Listing.explicit(rules, props.at());
            return rest == null ? listing : listing.withRest(rest);
        }
    }
}
