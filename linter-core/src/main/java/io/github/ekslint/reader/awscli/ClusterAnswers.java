package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterUpdate;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.Insight;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Arn;
import io.github.ekslint.reader.Fields;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers of the EKS API about clusters themselves: what they are, how they are updated, and which versions there are. */
final class ClusterAnswers {

    private ClusterAnswers() {}

    static void cluster(Take take) {
        take.fields().child("cluster").ifPresent(fields -> {
            boolean whole = fields.has("arn") && fields.has("status");
            Description d = new Description(fields, whole);
            Optional<Arn> arn = d.known("arn").flatMap(Arn::parse);
            d.text(Cluster.NAME, "name")
                    .text(Cluster.ARN, "arn")
                    .text(Cluster.VERSION, "version")
                    .text(Cluster.PLATFORM_VERSION, "platformVersion")
                    .text(Cluster.STATUS, "status")
                    .instant(Cluster.CREATED_AT, "createdAt")
                    .texts(Cluster.HEALTH_ISSUES, "health.issues", "code")
                    .ref(Cluster.VPC, "resourcesVpcConfig.vpcId")
                    .refs(Cluster.SUBNET_IDS, "resourcesVpcConfig.subnetIds")
                    .refs(Cluster.SECURITY_GROUP_IDS, "resourcesVpcConfig.securityGroupIds")
                    .ref(Cluster.CLUSTER_SECURITY_GROUP, "resourcesVpcConfig.clusterSecurityGroupId")
                    .flag(Cluster.ENDPOINT_PUBLIC_ACCESS, "resourcesVpcConfig.endpointPublicAccess")
                    .flag(Cluster.ENDPOINT_PRIVATE_ACCESS, "resourcesVpcConfig.endpointPrivateAccess")
                    .texts(Cluster.PUBLIC_ACCESS_CIDRS, "resourcesVpcConfig.publicAccessCidrs")
                    .textOr(
                            Cluster.CONTROL_PLANE_EGRESS_MODE,
                            "resourcesVpcConfig.controlPlaneEgressMode",
                            "AWS_MANAGED")
                    .text(Cluster.ENDPOINT, "endpoint")
                    .textOr(Cluster.IP_FAMILY, "kubernetesNetworkConfig.ipFamily", "ipv4")
                    .value(Cluster.SERVICE_CIDR, serviceCidr(d))
                    .list(Cluster.LOGGING_TYPES, loggingTypes(d))
                    .text(Cluster.ROLE_ARN, "roleArn")
                    .text(Cluster.OIDC_ISSUER, "identity.oidc.issuer")
                    .value(Cluster.ENCRYPTION_KEY_ARN, encryptionKey(d))
                    .textOr(Cluster.AUTHENTICATION_MODE, "accessConfig.authenticationMode", "CONFIG_MAP")
                    .textOr(Cluster.SUPPORT_TYPE, "upgradePolicy.supportType", "EXTENDED")
                    .flagOrFalse(Cluster.AUTO_MODE, "computeConfig.enabled")
                    .texts(Cluster.OUTPOST_ARNS, "outpostConfig.outpostArns")
                    .list(Cluster.REMOTE_NODE_NETWORKS, cidrs(d, "remoteNetworkConfig.remoteNodeNetworks"))
                    .list(Cluster.REMOTE_POD_NETWORKS, cidrs(d, "remoteNetworkConfig.remotePodNetworks"))
                    .flagOrFalse(Cluster.DELETION_PROTECTION, "deletionProtection")
                    .flagOrFalse(Cluster.ZONAL_SHIFT, "zonalShiftConfig.enabled")
                    .tagMap(Cluster.TAGS, "tags")
                    .observe(Cluster.EXISTS, true);
            if (whole || fields.has("connectorConfig")) {
                d.observe(Cluster.CONNECTED, fields.has("connectorConfig"));
            }
            if (fields.has("version")) {
                d.observe(Cluster.VERSION_IS_TEXT, true);
            }
            arn.flatMap(Arn::region).ifPresent(r -> d.observe(Cluster.REGION, r));
            arn.flatMap(Arn::account).ifPresent(a -> d.observe(Cluster.ACCOUNT_ID, a));
            take.add(Cluster::new, Cluster.NAME, d, d.known("name"), arn);
        });
    }

    static void update(Take take) {
        take.fields().child("update").ifPresent(fields -> {
            Description d = new Description(fields, false);
            d.text(ClusterUpdate.UPDATE_ID, "id")
                    .text(ClusterUpdate.TYPE, "type")
                    .text(ClusterUpdate.STATUS, "status")
                    .instant(ClusterUpdate.CREATED_AT, "createdAt");
            take.add(ClusterUpdate::new, ClusterUpdate.UPDATE_ID, d, take.askedCluster(), Optional.empty());
        });
    }

    static void updateIds(Take take) {
        EksAnswers.names(take, "updateIds", ClusterUpdate::new, ClusterUpdate.UPDATE_ID);
        if (!take.isPage()) {
            EksAnswers.listed(take, Cluster.UPDATES_LISTED);
        }
    }

    static void insight(Take take) {
        take.fields().child("insight").ifPresent(fields -> insight(take, fields));
    }

    static void insights(Take take) {
        take.fields().children("insights").forEach(fields -> insight(take, fields));
        if (!take.isPage()) {
            EksAnswers.listed(take, Cluster.INSIGHTS_LISTED);
        }
    }

    private static void insight(Take take, Fields fields) {
        Description d = new Description(fields, false);
        d.text(Insight.ID, "id")
                .text(Insight.NAME, "name")
                .text(Insight.CATEGORY, "category")
                .text(Insight.KUBERNETES_VERSION, "kubernetesVersion")
                .text(Insight.STATUS, "insightStatus.status")
                .instant(Insight.LAST_REFRESH_TIME, "lastRefreshTime");
        take.add(Insight::new, Insight.ID, d, take.askedCluster(), Optional.empty());
    }

    /** What else there is in the Region of the cluster that was recorded. */
    static void clusterNames(Take take) {
        Optional<Listing<Value<String>>> names = take.fields().texts("clusters").filter(l -> !take.isPage());
        names.ifPresent(list -> {
            Description d = new Description(take.fields(), false).set(Cluster.CLUSTERS_OF_REGION, list);
            Optional<String> cluster = take.askedCluster();
            cluster.ifPresent(name -> d.observe(Cluster.NAME, name));
            take.add(Cluster::new, Cluster.NAME, d, cluster, Optional.empty());
        });
    }

    static void clusterVersions(Take take) {
        for (Fields fields : take.fields().children("clusterVersions")) {
            Description d = new Description(fields, true);
            d.text(ClusterVersion.CLUSTER_VERSION, "clusterVersion")
                    .text(ClusterVersion.VERSION_STATUS, fields.has("versionStatus") ? "versionStatus" : "status")
                    .value(ClusterVersion.RELEASE_DATE, day(d, "releaseDate"))
                    .value(ClusterVersion.END_OF_STANDARD_SUPPORT_DATE, day(d, "endOfStandardSupportDate"))
                    .value(ClusterVersion.END_OF_EXTENDED_SUPPORT_DATE, day(d, "endOfExtendedSupportDate"))
                    .text(ClusterVersion.DEFAULT_PLATFORM_VERSION, "defaultPlatformVersion")
                    .flagOrFalse(ClusterVersion.DEFAULT_VERSION, "defaultVersion");
            take.add(ClusterVersion::new, ClusterVersion.CLUSTER_VERSION, d);
        }
    }

    private static Optional<Value<String>> serviceCidr(Description d) {
        return d.text("kubernetesNetworkConfig.serviceIpv4Cidr")
                .or(() -> d.text("kubernetesNetworkConfig.serviceIpv6Cidr"));
    }

    private static Optional<Value<String>> encryptionKey(Description d) {
        return d.children("encryptionConfig").stream()
                .flatMap(c -> c.child("provider").flatMap(p -> p.text("keyArn")).stream())
                .findFirst();
    }

    private static Optional<Listing<Value<String>>> loggingTypes(Description d) {
        return d.node("logging.clusterLogging").map(node -> {
            List<Value<String>> types = new ArrayList<>();
            for (Fields entry : d.children("logging.clusterLogging")) {
                boolean enabled = entry.flag("enabled").flatMap(Value::known).orElse(false);
                if (enabled) {
                    entry.texts("types").ifPresent(l -> types.addAll(l.items()));
                }
            }
            return Listing.observed(types, d.fields().origin(), node.place());
        });
    }

    private static Optional<Listing<Value<String>>> cidrs(Description d, String path) {
        return d.node(path).map(node -> {
            List<Value<String>> cidrs = new ArrayList<>();
            d.children(path).forEach(network -> network.texts("cidrs").ifPresent(l -> cidrs.addAll(l.items())));
            return Listing.observed(cidrs, d.fields().origin(), node.place());
        });
    }

    private static Optional<Value<LocalDate>> day(Description d, String path) {
        return d.time(path).map(time -> time.map(t -> t.atZone(ZoneOffset.UTC).toLocalDate()));
    }
}
