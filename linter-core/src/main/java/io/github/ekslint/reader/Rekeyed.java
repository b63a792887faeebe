package io.github.ekslint.reader;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.AvailabilityZone;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.ClusterUpdate;
import io.github.ekslint.model.ClusterVersion;
import io.github.ekslint.model.DhcpOptions;
import io.github.ekslint.model.EbsEncryption;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Insight;
import io.github.ekslint.model.Instance;
import io.github.ekslint.model.InstanceProfile;
import io.github.ekslint.model.InstanceType;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.NetworkAcl;
import io.github.ekslint.model.Node;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.OidcProviders;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.PrefixList;
import io.github.ekslint.model.RepositoryPolicy;
import io.github.ekslint.model.RoleBinding;
import io.github.ekslint.model.RouteTable;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.model.VpcEndpoint;
import io.github.ekslint.model.Workload;
import io.github.ekslint.source.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives recorded facts their key and cluster within an estate. */
final class Rekeyed {

    @FunctionalInterface
    private interface Maker {
        Fact make(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes);
    }

    private static final Map<Class<? extends Fact>, Maker> MAKERS = Map.ofEntries(
            Map.entry(AccessEntry.class, AccessEntry::new),
            Map.entry(Addon.class, Addon::new),
            Map.entry(AvailabilityZone.class, AvailabilityZone::new),
            Map.entry(Cluster.class, Cluster::new),
            Map.entry(ClusterUpdate.class, ClusterUpdate::new),
            Map.entry(ClusterVersion.class, ClusterVersion::new),
            Map.entry(DhcpOptions.class, DhcpOptions::new),
            Map.entry(EbsEncryption.class, EbsEncryption::new),
            Map.entry(FargateProfile.class, FargateProfile::new),
            Map.entry(IamPolicy.class, IamPolicy::new),
            Map.entry(IamRole.class, IamRole::new),
            Map.entry(IdentityProviderConfig.class, IdentityProviderConfig::new),
            Map.entry(Insight.class, Insight::new),
            Map.entry(Instance.class, Instance::new),
            Map.entry(InstanceProfile.class, InstanceProfile::new),
            Map.entry(InstanceType.class, InstanceType::new),
            Map.entry(KmsKey.class, KmsKey::new),
            Map.entry(LaunchTemplate.class, LaunchTemplate::new),
            Map.entry(NatGateway.class, NatGateway::new),
            Map.entry(NetworkAcl.class, NetworkAcl::new),
            Map.entry(Node.class, Node::new),
            Map.entry(NodeGroup.class, NodeGroup::new),
            Map.entry(PodIdentityAssociation.class, PodIdentityAssociation::new),
            Map.entry(OidcProviders.class, OidcProviders::new),
            Map.entry(PrefixList.class, PrefixList::new),
            Map.entry(RepositoryPolicy.class, RepositoryPolicy::new),
            Map.entry(RoleBinding.class, RoleBinding::new),
            Map.entry(RouteTable.class, RouteTable::new),
            Map.entry(SecurityGroup.class, SecurityGroup::new),
            Map.entry(Subnet.class, Subnet::new),
            Map.entry(TransitGatewayVpcAttachment.class, TransitGatewayVpcAttachment::new),
            Map.entry(Vpc.class, Vpc::new),
            Map.entry(VpcEndpoint.class, VpcEndpoint::new),
            Map.entry(Workload.class, Workload::new));

    private Rekeyed() {}

    /**
     * The same resource under another key.
     *
     * @param attributes what is said about it
     */
    static Fact of(Fact fact, String key, @Nullable String cluster, Attributes attributes) {
        Maker maker = MAKERS.get(fact.getClass());
        if (maker == null) {
            throw new IllegalArgumentException("no recording gives a " + fact.kind());
        }
        return maker.make(key, fact.place(), fact.existence(), cluster, attributes);
    }
}
