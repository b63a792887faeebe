package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a route points at: the same arguments in {@code aws_route} and in the routes written in a table
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route">aws_route</a>).
 */
record RouteTargets(TfResources resources) {

    private static final Map<String, Route.Target> BY_ARGUMENT = byArgument();

    /** One route. */
    Route route(Props props, Value<String> destination) {
        Place at = props.at();
        Value<Route.Target> target = Value.unresolved("the route names no target", List.of(at));
        Value<Ref> ref = Value.absent(at);
        for (Map.Entry<String, Route.Target> one : BY_ARGUMENT.entrySet()) {
            Optional<Value<Ref>> written = props.ref(one.getKey()).filter(v -> !(v instanceof Value.Absent<Ref>));
            if (written.isPresent()) {
                ref = written.get();
                target = one.getKey().equals("gateway_id") ? gateway(ref, at) : Value.explicit(one.getValue(), at);
                break;
            }
        }
        return new Route(at, destination, target, ref, Value.byDefault("active", Props.AWS, at));
    }

    /** {@code gateway_id} holds several kinds of targets; the resource it names, or the prefix of the id, tells which. */
    private Value<Route.Target> gateway(Value<Ref> ref, Place at) {
        return ref.flatMap(r -> {
            String kind = resources
                    .find(r)
                    .map(TfResource::type)
                    .orElseGet(() -> r.key() != null
                            ? r.key().substring(0, r.key().indexOf('/'))
                            : r.id().known().orElse("").replaceFirst("-.*", ""));
            return switch (kind) {
                case "aws_internet_gateway", "igw" -> Value.explicit(Route.Target.INTERNET_GATEWAY, at);
                case "aws_vpn_gateway", "aws_vpn_gateway_attachment", "vgw" ->
                    Value.explicit(Route.Target.VIRTUAL_PRIVATE_GATEWAY, at);
                case "aws_ec2_carrier_gateway", "cagw" -> Value.explicit(Route.Target.CARRIER_GATEWAY, at);
                case "aws_vpc_endpoint", "vpce" -> Value.explicit(Route.Target.VPC_ENDPOINT, at);
                case "lgw" -> Value.explicit(Route.Target.LOCAL_GATEWAY, at);
                case "local" -> Value.explicit(Route.Target.LOCAL, at);
                default -> Value.unresolved("which kind of gateway gateway_id names is not known", List.of(at));
            };
        });
    }

    private static Map<String, Route.Target> byArgument() {
        Map<String, Route.Target> targets = new LinkedHashMap<>();
        targets.put("nat_gateway_id", Route.Target.NAT_GATEWAY);
        targets.put("egress_only_gateway_id", Route.Target.EGRESS_ONLY_INTERNET_GATEWAY);
        targets.put("transit_gateway_id", Route.Target.TRANSIT_GATEWAY);
        targets.put("vpc_peering_connection_id", Route.Target.VPC_PEERING_CONNECTION);
        targets.put("local_gateway_id", Route.Target.LOCAL_GATEWAY);
        targets.put("carrier_gateway_id", Route.Target.CARRIER_GATEWAY);
        targets.put("core_network_arn", Route.Target.CORE_NETWORK);
        targets.put("vpc_endpoint_id", Route.Target.VPC_ENDPOINT);
        targets.put("gateway_id", Route.Target.INTERNET_GATEWAY);
        targets.put("instance_id", Route.Target.INSTANCE);
        targets.put("network_interface_id", Route.Target.NETWORK_INTERFACE);
        return targets;
    }
}
