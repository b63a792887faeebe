package io.github.ekslint.topology;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Subnet;
import java.util.stream.Collectors;

/**
 * Network interfaces that carry the same security groups.
 *
 * @param name what a message calls them, such as {@code the nodes of workers}
 * @param groups the security groups all of them carry; one of which only the id is known has unresolved rules
 * @param subnets the subnets any of them may lie in
 */
record Interfaces(String name, Listing<SecurityGroup> groups, Listing<Subnet> subnets) {

    /** The groups as a message names them; the interfaces where a group has no id yet. */
    String shown() {
        return groups.items().isEmpty()
                ? name
                : groups.items().stream()
                        .map(g -> g.id().known().orElse(name))
                        .distinct()
                        .collect(Collectors.joining(" or "));
    }
}
