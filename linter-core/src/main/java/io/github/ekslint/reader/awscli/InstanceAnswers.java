package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Instance;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers of {@code describe-instances}: those that are nodes of a cluster by their tags, and the node groups they name. */
final class InstanceAnswers {

    /** EKS, eksctl and the cluster's owner name the cluster in different tags. */
    private static final String EKS_CLUSTER = "eks:cluster-name";

    private static final String MANAGED_GROUP = "eks:nodegroup-name";
    private static final String EKSCTL_GROUP = "alpha.eksctl.io/nodegroup-name";

    /** States from which an instance does not come back. */
    private static final Set<String> GONE = Set.of("shutting-down", "terminated");

    private InstanceAnswers() {}

    static void reservations(Take take) {
        for (Fields reservation : take.fields().children("Reservations")) {
            for (Fields instance : reservation.children("Instances")) {
                instance(take, instance);
            }
        }
    }

    private static void instance(Take take, Fields fields) {
        Description d = new Description(fields, fields.has("State"));
        d.tagList(NodeGroup.TAGS, "Tags");
        Tags tags = Optional.ofNullable(d.attributes().find(NodeGroup.TAGS))
                .flatMap(Value::known)
                .orElse(Tags.NONE);
        Optional<String> cluster = clusterOf(tags);
        boolean gone = d.known("State.Name").filter(GONE::contains).isPresent();
        if (cluster.isEmpty() || gone) {
            return;
        }
        Optional<Value<String>> group = Stream.of(MANAGED_GROUP, EKSCTL_GROUP)
                .map(tags::get)
                .filter(v -> v.known().isPresent())
                .findFirst();
        Description of = new Description(fields, fields.has("State"));
        of.id(Instance.INSTANCE_ID, "InstanceId")
                .value(Instance.NODEGROUP_NAME, group)
                .ref(Instance.SUBNET, "SubnetId")
                .text(Instance.PUBLIC_IP_ADDRESS, "PublicIpAddress")
                .text(Instance.ARCHITECTURE, "Architecture");
        take.add(Instance::new, Instance.INSTANCE_ID, of, cluster, Optional.empty());
        group.ifPresent(name -> {
            Description named = new Description(fields, false);
            named.set(NodeGroup.NODEGROUP_NAME, name)
                    .observe(NodeGroup.MANAGED, tags.get(MANAGED_GROUP).known().isPresent());
            take.add(NodeGroup::new, NodeGroup.NODEGROUP_NAME, named, cluster, Optional.empty());
        });
    }

    private static Optional<String> clusterOf(Tags tags) {
        return tags.get(EKS_CLUSTER)
                .known()
                .or(() -> tags.matching(k -> ComputeAnswers.clusterOfTag(k).isPresent()).keySet().stream()
                        .flatMap(k -> ComputeAnswers.clusterOfTag(k).stream())
                        .findFirst());
    }
}
