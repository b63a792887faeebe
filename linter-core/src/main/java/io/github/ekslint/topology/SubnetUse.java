package io.github.ekslint.topology;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Member;
import io.github.ekslint.model.Subject;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.source.Place;
import java.util.List;

/** A subnet in a role: of the control plane, of a node group, of a Fargate profile, or as a part of the cluster's VPC. */
public interface SubnetUse extends Subject {

    /** What is worked out about the subnet; of a subnet of which only the reference is known, all of it is unknown. */
    SubnetTraits traits();

    /** Where it is put to this use. */
    Place use();

    /** Whether this stands for any number of further subnets, none included, that cannot be known. */
    boolean openEnd();

    /** The subnet; one of which nothing is known when only its id is. */
    default Subnet subnet() {
        return traits().subnet();
    }

    /** The VPC it lies in; one of which nothing is known where nothing is. */
    default Vpc vpc() {
        return traits().vpc();
    }

    /** Where its packets can go. */
    default SubnetRouting routing() {
        return traits().routing();
    }

    /** Whether an active default route leads from it to an internet gateway. */
    default Truth isPublic() {
        return named(routing().isPublic());
    }

    /** Whether no active default route leads from it to an internet gateway. */
    default Truth isPrivate() {
        return isPublic().not();
    }

    /** The same truth, each ground of which says that it is about this subnet. */
    private Truth named(Truth truth) {
        return truth.withGrounds(truth.grounds().stream()
                .map(g -> g.unresolved()
                        ? g
                        : new Ground(g.label(), displayName() + ": " + g.value(), g.state(), g.places(), g.settledBy()))
                .toList());
    }

    /** Its free addresses. */
    default FreeAddresses addresses() {
        return traits().addresses();
    }

    /** Its zone, comparable with those of the cluster's other subnets. */
    default Member zone() {
        return new Member("availabilityZone", traits().zone().identity(), openEnd(), List.of(use()));
    }

    @Override
    default String displayName() {
        return subnet().displayName();
    }

    @Override
    default Place place() {
        return use();
    }

    @Override
    default Truth existence() {
        if (!openEnd()) {
            return subnet().existence();
        }
        return Truth.of(Logic.UNKNOWN, List.of(subnet().subnetId().ground("subnets")));
    }
}
