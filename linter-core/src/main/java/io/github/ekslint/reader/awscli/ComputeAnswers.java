package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of the EC2 and Auto Scaling APIs about what nodes are made of. */
final class ComputeAnswers {

    /** The tag that makes an Auto Scaling group one of a cluster's node groups. */
    private static final Pattern CLUSTER_TAG = Pattern.compile("kubernetes\\.io/cluster/(.+)");

    private ComputeAnswers() {}

    static void launchTemplateVersions(Take take) {
        for (Fields fields : take.fields().children("LaunchTemplateVersions")) {
            Description d = new Description(fields, fields.has("LaunchTemplateData"));
            d.id(LaunchTemplate.LAUNCH_TEMPLATE_ID, "LaunchTemplateId")
                    .text(LaunchTemplate.LAUNCH_TEMPLATE_NAME, "LaunchTemplateName")
                    .text(LaunchTemplate.VERSION_NUMBER, "VersionNumber")
                    .flagOrFalse(LaunchTemplate.DEFAULT_VERSION, "DefaultVersion")
                    .text(LaunchTemplate.IMAGE_ID, "LaunchTemplateData.ImageId")
                    .text(LaunchTemplate.INSTANCE_TYPE, "LaunchTemplateData.InstanceType")
                    .refs(LaunchTemplate.SECURITY_GROUP_IDS, "LaunchTemplateData.SecurityGroupIds")
                    .list(LaunchTemplate.NETWORK_INTERFACE_GROUPS, interfaceGroups(d))
                    .value(
                            LaunchTemplate.ASSOCIATE_PUBLIC_IP_ADDRESS,
                            interfaces(d).stream()
                                    .flatMap(i -> i.flag("AssociatePublicIpAddress").stream())
                                    .findFirst())
                    .value(
                            LaunchTemplate.SUBNET_ID,
                            interfaces(d).stream()
                                    .flatMap(i -> i.text("SubnetId").stream())
                                    .findFirst())
                    .text(LaunchTemplate.HTTP_TOKENS, "LaunchTemplateData.MetadataOptions.HttpTokens")
                    .integer(
                            LaunchTemplate.HTTP_PUT_RESPONSE_HOP_LIMIT,
                            "LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit")
                    .value(LaunchTemplate.VOLUME_ENCRYPTED, encrypted(d))
                    .value(
                            LaunchTemplate.IAM_INSTANCE_PROFILE,
                            d.text("LaunchTemplateData.IamInstanceProfile.Arn")
                                    .or(() -> d.text("LaunchTemplateData.IamInstanceProfile.Name")))
                    .text(LaunchTemplate.MARKET_TYPE, "LaunchTemplateData.InstanceMarketOptions.MarketType");
            userData(d);
            take.add(
                    LaunchTemplate::new,
                    LaunchTemplate.LAUNCH_TEMPLATE_ID,
                    d,
                    d.known("VersionNumber").map(v -> "/" + v).orElse(""),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Auto Scaling groups that are node groups of a cluster; those that EKS manages are described by EKS itself. */
    static void autoScalingGroups(Take take) {
        for (Fields fields : take.fields().children("AutoScalingGroups")) {
            Description d = new Description(fields, fields.has("MaxSize"));
            Tags tags = tags(d);
            Optional<Value<String>> tagged = tags
                    .matching(k -> CLUSTER_TAG.matcher(k).matches())
                    .keySet()
                    .stream()
                    .findFirst()
                    .map(key -> tags.get(key).map(v -> key.replaceFirst("kubernetes\\.io/cluster/", "")));
            Optional<String> cluster = tagged.flatMap(Value::known);
            if (cluster.isEmpty() || tags.get("eks:nodegroup-name").known().isPresent()) {
                continue;
            }
            Value<String> eksctlName = tags.get("alpha.eksctl.io/nodegroup-name");
            d.value(
                            NodeGroup.NODEGROUP_NAME,
                            eksctlName.known().isPresent() ? Optional.of(eksctlName) : d.text("AutoScalingGroupName"))
                    .observe(NodeGroup.MANAGED, false)
                    .integer(NodeGroup.MIN_SIZE, "MinSize")
                    .integer(NodeGroup.MAX_SIZE, "MaxSize")
                    .integer(NodeGroup.DESIRED_SIZE, "DesiredCapacity")
                    .flagOrFalse(NodeGroup.CAPACITY_REBALANCE, "CapacityRebalance")
                    .instant(NodeGroup.CREATED_AT, "CreatedTime")
                    .list(NodeGroup.SUBNETS, zoneIdentifier(d))
                    .texts(NodeGroup.AVAILABILITY_ZONES, "AvailabilityZones")
                    .observe(NodeGroup.TAGS, tags);
            mixedInstances(d);
            take.add(NodeGroup::new, NodeGroup.NODEGROUP_NAME, d, cluster, Optional.empty());
        }
    }

    static void instanceTypes(Take take) {
        for (Fields fields : take.fields().children("InstanceTypes")) {
            Description d = new Description(fields, fields.has("ProcessorInfo"));
            d.text(InstanceType.INSTANCE_TYPE, "InstanceType")
                    .texts(InstanceType.SUPPORTED_ARCHITECTURES, "ProcessorInfo.SupportedArchitectures")
                    .integer(InstanceType.DEFAULT_V_CPUS, "VCpuInfo.DefaultVCpus");
            if (fields.has("ProcessorInfo")) {
                d.observe(InstanceType.GPU, fields.has("GpuInfo"));
            }
            take.add(InstanceType::new, InstanceType.INSTANCE_TYPE, d);
        }
    }

    private static void mixedInstances(Description d) {
        String mixed = "MixedInstancesPolicy";
        boolean isMixed = d.fields().has(mixed);
        String template = isMixed ? mixed + ".LaunchTemplate.LaunchTemplateSpecification" : "LaunchTemplate";
        d.ref(NodeGroup.LAUNCH_TEMPLATE, template + ".LaunchTemplateId")
                .text(NodeGroup.LAUNCH_TEMPLATE_VERSION, template + ".Version");
        if (!isMixed) {
            d.set(
                    NodeGroup.CAPACITY_TYPE,
                    Value.observed("ON_DEMAND", d.fields().origin(), d.place()));
            return;
        }
        d.list(NodeGroup.INSTANCE_TYPES, d.items(mixed + ".LaunchTemplate.Overrides", o -> o.text("InstanceType")))
                .text(NodeGroup.SPOT_ALLOCATION_STRATEGY, mixed + ".InstancesDistribution.SpotAllocationStrategy");
        int onDemand = d.known(mixed + ".InstancesDistribution.OnDemandPercentageAboveBaseCapacity")
                .filter(t -> t.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(100);
        d.observe(NodeGroup.CAPACITY_TYPE, onDemand < 100 ? "SPOT" : "ON_DEMAND");
    }

    private static Optional<Listing<Ref>> zoneIdentifier(Description d) {
        return d.text("VPCZoneIdentifier").flatMap(value -> value.known()
                .map(text -> Listing.observed(
                        Arrays.stream(text.split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .map(id -> Ref.byId(Description.real(value.map(all -> id))))
                                .toList(),
                        d.fields().origin(),
                        d.place())));
    }

    private static Tags tags(Description d) {
        d.tagList(NodeGroup.TAGS, "Tags");
        Value<Tags> tags = d.attributes().find(NodeGroup.TAGS);
        return tags == null ? Tags.NONE : tags.known().orElse(Tags.NONE);
    }

    private static List<Fields> interfaces(Description d) {
        return d.children("LaunchTemplateData.NetworkInterfaces");
    }

    private static Optional<Listing<Ref>> interfaceGroups(Description d) {
        return d.node("LaunchTemplateData.NetworkInterfaces").map(node -> {
            List<Ref> groups = new ArrayList<>();
            for (Fields one : interfaces(d)) {
                new Description(one, false)
                        .node("Groups")
                        .flatMap(Node::asSequence)
                        .ifPresent(ids -> ids.items().forEach(id -> groups.add(d.ref(id, "Groups"))));
            }
            return Listing.observed(groups, d.fields().origin(), node.place());
        });
    }

    /** Whether every volume says that it is encrypted, or one says that it is not; nothing where the account decides. */
    private static Optional<Value<Boolean>> encrypted(Description d) {
        List<Fields> volumes = d.children("LaunchTemplateData.BlockDeviceMappings").stream()
                .flatMap(m -> m.child("Ebs").stream())
                .toList();
        if (volumes.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Boolean>> said = volumes.stream()
                .map(v -> v.flag("Encrypted").flatMap(Value::known))
                .toList();
        boolean refused = said.contains(Optional.of(false));
        return refused || !said.contains(Optional.<Boolean>empty())
                ? Optional.of(Value.observed(
                        !refused, d.fields().origin(), volumes.get(0).place()))
                : Optional.empty();
    }

    /** Keeps of user data only whether there is any and whether it bootstraps the cluster. */
    private static void userData(Description d) {
        Optional<String> written = d.known("LaunchTemplateData.UserData");
        if (d.fields().has("LaunchTemplateData")) {
            d.observe(LaunchTemplate.USER_DATA, written.isPresent());
        }
        written.flatMap(UserData::bootstrapsCluster).ifPresent(b -> d.observe(LaunchTemplate.BOOTSTRAPS_CLUSTER, b));
        if (written.isEmpty() && d.fields().has("LaunchTemplateData")) {
            d.observe(LaunchTemplate.BOOTSTRAPS_CLUSTER, false);
        }
    }

    /** The cluster of a tag key {@code kubernetes.io/cluster/<name>}; empty for other keys. */
    static Optional<String> clusterOfTag(String key) {
        Matcher matcher = CLUSTER_TAG.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
