package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import java.util.List;
import java.util.Optional;

/** Answers of the EKS API about what belongs to a cluster. */
final class EksAnswers {

    private EksAnswers() {}

    static void nodegroup(Take take) {
        take.fields().child("nodegroup").ifPresent(fields -> {
            Description d = new Description(fields, fields.has("nodegroupArn") && fields.has("status"));
            d.text(NodeGroup.NODEGROUP_NAME, "nodegroupName")
                    .observe(NodeGroup.MANAGED, true)
                    .text(NodeGroup.AMI_TYPE, "amiType")
                    .text(NodeGroup.VERSION, "version")
                    .text(NodeGroup.RELEASE_VERSION, "releaseVersion")
                    .refs(NodeGroup.SUBNETS, "subnets")
                    .texts(NodeGroup.INSTANCE_TYPES, "instanceTypes")
                    .textOr(NodeGroup.CAPACITY_TYPE, "capacityType", "ON_DEMAND")
                    .integer(NodeGroup.MIN_SIZE, "scalingConfig.minSize")
                    .integer(NodeGroup.MAX_SIZE, "scalingConfig.maxSize")
                    .integer(NodeGroup.DESIRED_SIZE, "scalingConfig.desiredSize")
                    .integer(NodeGroup.MAX_UNAVAILABLE, "updateConfig.maxUnavailable")
                    .integer(NodeGroup.MAX_UNAVAILABLE_PERCENTAGE, "updateConfig.maxUnavailablePercentage")
                    .textOr(NodeGroup.UPDATE_STRATEGY, "updateConfig.updateStrategy", "DEFAULT")
                    .ref(NodeGroup.LAUNCH_TEMPLATE, "launchTemplate.id")
                    .text(NodeGroup.LAUNCH_TEMPLATE_VERSION, "launchTemplate.version")
                    .text(NodeGroup.REMOTE_ACCESS_KEY, "remoteAccess.ec2SshKey")
                    .refs(NodeGroup.REMOTE_ACCESS_SECURITY_GROUPS, "remoteAccess.sourceSecurityGroups")
                    .text(NodeGroup.NODE_ROLE, "nodeRole")
                    .text(NodeGroup.STATUS, "status")
                    .texts(NodeGroup.HEALTH_ISSUES, "health.issues", "code")
                    .instant(NodeGroup.CREATED_AT, "createdAt")
                    .tagMap(NodeGroup.TAGS, "tags");
            Optional<Arn> arn = d.known("nodegroupArn").flatMap(Arn::parse);
            take.add(NodeGroup::new, NodeGroup.NODEGROUP_NAME, d, clusterOf(take, d, arn), arn);
        });
    }

    static void fargateProfile(Take take) {
        take.fields().child("fargateProfile").ifPresent(fields -> {
            Description d = new Description(fields, fields.has("fargateProfileArn"));
            d.text(FargateProfile.FARGATE_PROFILE_NAME, "fargateProfileName")
                    .text(FargateProfile.POD_EXECUTION_ROLE_ARN, "podExecutionRoleArn")
                    .refs(FargateProfile.SUBNETS, "subnets")
                    .list(FargateProfile.SELECTORS, d.items("selectors", EksAnswers::selector))
                    .text(FargateProfile.STATUS, "status");
            Optional<Arn> arn = d.known("fargateProfileArn").flatMap(Arn::parse);
            take.add(FargateProfile::new, FargateProfile.FARGATE_PROFILE_NAME, d, clusterOf(take, d, arn), arn);
        });
    }

    static void addon(Take take) {
        take.fields().child("addon").ifPresent(fields -> {
            Description d = new Description(fields, fields.has("addonArn"));
            d.text(Addon.ADDON_NAME, "addonName")
                    .text(Addon.ADDON_VERSION, "addonVersion")
                    .text(Addon.SERVICE_ACCOUNT_ROLE_ARN, "serviceAccountRoleArn")
                    .list(
                            Addon.POD_IDENTITY_ASSOCIATIONS,
                            d.fields().texts("podIdentityAssociations").map(l -> l.map(Value::shown)))
                    .text(Addon.STATUS, "status")
                    .texts(Addon.HEALTH_ISSUES, "health.issues", "code");
            Optional<Arn> arn = d.known("addonArn").flatMap(Arn::parse);
            take.add(Addon::new, Addon.ADDON_NAME, d, clusterOf(take, d, arn), arn);
        });
    }

    static void accessEntry(Take take) {
        take.fields().child("accessEntry").ifPresent(fields -> {
            Description d = new Description(fields, false);
            d.text(AccessEntry.PRINCIPAL_ARN, "principalArn").text(AccessEntry.TYPE, "type");
            Optional<Arn> arn = d.known("accessEntryArn").flatMap(Arn::parse);
            take.add(AccessEntry::new, AccessEntry.PRINCIPAL_ARN, d, clusterOf(take, d, arn), arn);
        });
    }

    /** The policies of one principal; the answer names the cluster as well. */
    static void associatedAccessPolicies(Take take) {
        Description d = new Description(take.fields(), false);
        d.text(AccessEntry.PRINCIPAL_ARN, "principalArn")
                .texts(AccessEntry.POLICY_ARNS, "associatedAccessPolicies", "policyArn");
        take.add(
                AccessEntry::new, AccessEntry.PRINCIPAL_ARN, d, clusterOf(take, d, Optional.empty()), Optional.empty());
    }

    static void podIdentityAssociations(Take take) {
        take.fields().children("associations").forEach(fields -> podIdentityAssociation(take, fields));
        if (!take.isPage()) {
            listed(take, Cluster.POD_IDENTITY_ASSOCIATIONS_LISTED);
        }
    }

    static void podIdentityAssociation(Take take) {
        take.fields().child("association").ifPresent(fields -> podIdentityAssociation(take, fields));
    }

    private static void podIdentityAssociation(Take take, Fields fields) {
        Description d = new Description(fields, false);
        d.text(PodIdentityAssociation.NAMESPACE, "namespace")
                .text(PodIdentityAssociation.SERVICE_ACCOUNT, "serviceAccount")
                .text(PodIdentityAssociation.ROLE_ARN, "roleArn");
        Optional<Arn> arn = d.known("associationArn").flatMap(Arn::parse);
        take.add(
                PodIdentityAssociation::new,
                PodIdentityAssociation.SERVICE_ACCOUNT,
                d,
                d.known("namespace").map(n -> "@" + n).orElse(""),
                clusterOf(take, d, arn),
                arn);
    }

    static void nodegroupNames(Take take) {
        names(take, "nodegroups", NodeGroup::new, NodeGroup.NODEGROUP_NAME);
        if (!take.isPage()) {
            listed(take, Cluster.NODEGROUPS_LISTED);
        }
    }

    static void fargateProfileNames(Take take) {
        names(take, "fargateProfileNames", FargateProfile::new, FargateProfile.FARGATE_PROFILE_NAME);
        if (!take.isPage()) {
            listed(take, Cluster.FARGATE_PROFILES_LISTED);
        }
    }

    static void addonNames(Take take) {
        names(take, "addons", Addon::new, Addon.ADDON_NAME);
        if (!take.isPage()) {
            listed(take, Cluster.ADDONS_LISTED);
        }
    }

    static void accessEntryArns(Take take) {
        names(take, "accessEntries", AccessEntry::new, AccessEntry.PRINCIPAL_ARN);
        if (!take.isPage()) {
            listed(take, Cluster.ACCESS_ENTRIES_LISTED);
        }
    }

    /** Answers about EKS that no fact of the model carries: versions of add-ons. */
    static void nothing(Take take) {}

    /** The resources of which only the names are listed. */
    static void names(Take take, String key, Take.Maker maker, Attribute<Value<String>> id) {
        List<Node> items = take.fields()
                .node(key)
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .orElse(List.of());
        Optional<String> cluster = take.askedCluster();
        for (Node item : items) {
            Value<String> name = take.fields().text(item, key);
            Description d = new Description(take.at(item), false).set(id, name);
            if (id.equals(NodeGroup.NODEGROUP_NAME)) {
                d.observe(NodeGroup.MANAGED, true);
            }
            take.add(maker, id, d, cluster, Optional.empty());
        }
    }

    /** Says of the cluster that was asked about that all of its resources of a kind are listed. */
    static void listed(Take take, Attribute<Value<Boolean>> attribute) {
        Description d = new Description(take.fields(), false).observe(attribute, true);
        Optional<String> cluster = take.fields().children("associations").stream()
                .flatMap(f -> f.text("clusterName").flatMap(Value::known).stream())
                .findFirst()
                .or(take::askedCluster);
        cluster.ifPresent(name -> d.observe(Cluster.NAME, name));
        take.add(Cluster::new, Cluster.NAME, d, cluster, Optional.empty());
    }

    private static Optional<String> clusterOf(Take take, Description d, Optional<Arn> arn) {
        return d.known("clusterName").or(() -> arn.flatMap(a -> a.part(1))).or(take::askedCluster);
    }

    private static Optional<FargateSelector> selector(Fields fields) {
        return fields.text("namespace")
                .map(namespace -> new FargateSelector(
                        fields.place(), namespace, fields.tags("labels").orElse(Tags.NONE)));
    }
}
