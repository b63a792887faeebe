package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The IAM roles that eksctl makes where the spec names none
 * (<a href="https://docs.aws.amazon.com/eks/latest/eksctl/iam-policies.html">eksctl User Guide, IAM policies</a>). A node group that
 * attaches policies of its own gets those alone.
 */
final class IamRoles {

    private static final String POLICY = "arn:aws:iam::aws:policy/";
    private static final String CNI = POLICY + "AmazonEKS_CNI_Policy";
    private static final String ASSUME = "sts:AssumeRole";
    private static final String VPC_CNI = "vpc-cni";
    private static final String WITH_ADDON_POLICIES = "withAddonPolicies";
    private static final String IMAGE_BUILDER = "imageBuilder";
    private static final String CLOUD_WATCH = "cloudWatch";

    /** Add-ons for which eksctl knows the policies. */
    private static final Set<String> RECOMMENDED = Set.of("aws-ebs-csi-driver", "aws-efs-csi-driver");

    /** Policies of {@code withAddonPolicies} that are attached rather than written into the role. */
    private static final Set<String> ATTACHED = Set.of(IMAGE_BUILDER, CLOUD_WATCH);

    private IamRoles() {}

    /** The roles of the cluster itself and of the VPC CNI. */
    static void ofCluster(Spec spec) {
        Fields root = spec.root();
        Optional<Fields> iam = root.child("iam");
        Place at = spec.placeOf("iam");
        boolean open =
                root.open("iam").isPresent() || root.open("autoModeConfig").isPresent();
        if (!open && iam.flatMap(i -> Spec.text(i, "serviceRoleARN")).isEmpty()) {
            Value<Boolean> auto = root.child("autoModeConfig")
                    .flatMap(a -> a.flag("enabled"))
                    .orElseGet(() -> Spec.byEksctl(false, at));
            if (auto.known().isPresent()) {
                add(
                        spec,
                        spec.clusterKey(),
                        at,
                        "eks.amazonaws.com",
                        clusterPolicies(auto.known().get()),
                        at);
            }
        }
        if (!open && givesCniItsOwnRole(root, iam)) {
            add(spec, spec.clusterKey() + "/aws-node", at, "pods.eks.amazonaws.com", List.of(CNI), at);
        }
        ofPrograms(spec, root, iam);
    }

    /** The roles of add-ons and service accounts; eksctl knows itself what some add-ons need. */
    private static void ofPrograms(Spec spec, Fields root, Optional<Fields> iam) {
        boolean all = root.child("addonsConfig")
                .map(c -> isOn(c, "autoApplyPodIdentityAssociations"))
                .orElse(false);
        boolean oidc = iam.map(i -> isOn(i, "withOIDC")).orElse(false);
        for (Fields addon : root.children("addons")) {
            String name = addon.node().text("name").orElse("");
            boolean recommended =
                    RECOMMENDED.contains(name) && (all || oidc || isOn(addon, "useDefaultPodIdentityAssociations"));
            boolean said = oidc
                    && (addon.has("attachPolicyARNs") || addon.has("attachPolicy") || addon.has("wellKnownPolicies"));
            if (recommended || said) {
                program(spec, name, addon.place());
            }
        }
        iam.map(i -> i.children("serviceAccounts")).orElse(List.of()).forEach(account -> account.child("metadata")
                .flatMap(m -> m.node().text("name"))
                .ifPresent(name -> program(spec, name, account.place())));
    }

    private static void program(Spec spec, String name, Place at) {
        spec.add(new IamRole(
                spec.mint(IamRole.keyOf(spec.clusterKey() + "/" + name)),
                at,
                Truth.yes(),
                spec.clusterKey(),
                trusting("pods.eks.amazonaws.com", at).build()));
    }

    private static List<String> clusterPolicies(boolean auto) {
        return auto
                ? List.of(
                        POLICY + "AmazonEKSClusterPolicy",
                        POLICY + "AmazonEKSComputePolicy",
                        POLICY + "AmazonEKSBlockStoragePolicy",
                        POLICY + "AmazonEKSLoadBalancingPolicy",
                        POLICY + "AmazonEKSNetworkingPolicy")
                : List.of(POLICY + "AmazonEKSClusterPolicy", POLICY + "AmazonEKSVPCResourceController");
    }

    /** With an OIDC provider eksctl makes a role for the VPC CNI; else only where the spec asks for one. */
    private static boolean givesCniItsOwnRole(Fields root, Optional<Fields> iam) {
        if (iam.map(i -> isOn(i, "withOIDC")).orElse(false)
                || root.child("addonsConfig")
                        .map(c -> isOn(c, "autoApplyPodIdentityAssociations"))
                        .orElse(false)) {
            return true;
        }
        return root.children("addons").stream()
                .filter(a -> a.node().text("name").filter(VPC_CNI::equals).isPresent())
                .anyMatch(a -> isOn(a, "useDefaultPodIdentityAssociations")
                        || a.has("podIdentityAssociations")
                        || a.has("attachPolicyARNs")
                        || a.has("attachPolicy")
                        || a.has("wellKnownPolicies"));
    }

    /** The role of a node group. */
    static void ofNodeGroup(Spec spec, Fields group, boolean managed, String key) {
        Optional<Fields> iam = group.child("iam");
        boolean named = group.has("instanceRoleARN")
                || iam.filter(i -> i.has("instanceRoleARN") || i.has("instanceProfileARN"))
                        .isPresent();
        if (named || group.open("iam").isPresent() || spec.root().open("iam").isPresent()) {
            return;
        }
        Place at = group.node("iam").map(n -> n.place()).orElse(group.place());
        Optional<Listing<Value<String>>> written = iam.flatMap(i -> i.texts("attachPolicyARNs"))
                .filter(l -> !l.items().isEmpty() || !l.isComplete());
        Attributes.Builder attributes = trusting("ec2.amazonaws.com", at)
                .set(
                        IamRole.ATTACHED_POLICY_ARNS,
                        written.map(l -> withTheRest(l, iam, managed, at))
                                .orElseGet(() -> policies(usual(spec, iam, managed), at)))
                .set(IamRole.INLINE_POLICY_NAMES, inline(iam, at))
                .set(IamRole.ADDON_POLICIES, addonPolicies(iam, at));
        put(spec, key, at, attributes);
    }

    /** The pod execution role of a Fargate profile. */
    static void ofFargateProfile(Spec spec, Fields profile, String key) {
        boolean named = profile.has("podExecutionRoleARN")
                || spec.root()
                        .child("iam")
                        .filter(i -> i.has("fargatePodExecutionRoleARN"))
                        .isPresent();
        if (!named && spec.root().open("iam").isEmpty()) {
            add(
                    spec,
                    key,
                    profile.place(),
                    "eks-fargate-pods.amazonaws.com",
                    List.of(POLICY + "AmazonEKSFargatePodExecutionRolePolicy"),
                    profile.place());
        }
    }

    private static List<String> usual(Spec spec, Optional<Fields> iam, boolean managed) {
        List<String> policies = new ArrayList<>();
        policies.add(POLICY + "AmazonEKSWorkerNodePolicy");
        policies.add(POLICY + "AmazonSSMManagedInstanceCore");
        if (!spec.root().child("iam").map(i -> isOn(i, "withOIDC")).orElse(false)) {
            policies.add(CNI);
        }
        if (managed) {
            policies.add(POLICY + "AmazonEC2ContainerRegistryPullOnly");
        }
        policies.addAll(always(iam, managed));
        return policies;
    }

    /** What eksctl attaches whether or not the spec attaches policies of its own. */
    private static List<String> always(Optional<Fields> iam, boolean managed) {
        List<String> policies = new ArrayList<>();
        boolean builds = iam.map(i -> addonPolicy(i, IMAGE_BUILDER)).orElse(false);
        if (builds) {
            policies.add(POLICY + "AmazonEC2ContainerRegistryPowerUser");
        } else if (!managed) {
            policies.add(POLICY + "AmazonEC2ContainerRegistryPullOnly");
        }
        if (iam.map(i -> addonPolicy(i, CLOUD_WATCH)).orElse(false)) {
            policies.add(POLICY + "CloudWatchAgentServerPolicy");
        }
        return policies;
    }

    private static Listing<Value<String>> withTheRest(
            Listing<Value<String>> written, Optional<Fields> iam, boolean managed, Place at) {
        List<Value<String>> all = new ArrayList<>(written.items());
        always(iam, managed).forEach(p -> all.add(Spec.byEksctl(p, at)));
        return new Listing<>(all, written.rest(), written.provenance(), written.origin(), written.places());
    }

    private static Listing<Value<String>> inline(Optional<Fields> iam, Place at) {
        return iam.flatMap(i -> i.node("attachPolicy"))
                .map(n ->
                        Listing.<Value<String>>explicit(List.of(Value.explicit("attachPolicy", n.place())), n.place()))
                .orElseGet(() -> Listing.absent(at));
    }

    private static Listing<Value<String>> addonPolicies(Optional<Fields> iam, Place at) {
        Optional<Fields> block = iam.flatMap(i -> i.child(WITH_ADDON_POLICIES));
        if (block.isEmpty()) {
            return Listing.absent(at);
        }
        List<Value<String>> names = new ArrayList<>();
        block.get().node().members().forEach((name, entry) -> {
            if (!ATTACHED.contains(name) && isOn(block.get(), name)) {
                names.add(Value.explicit(name, entry.value().place()));
            }
        });
        return Listing.explicit(names, block.get().place());
    }

    private static boolean addonPolicy(Fields iam, String name) {
        return iam.child(WITH_ADDON_POLICIES).map(p -> isOn(p, name)).orElse(false);
    }

    private static boolean isOn(Fields fields, String key) {
        return fields.node(key).filter(n -> n.asScalar().isPresent()).isPresent()
                && fields.open(key).isEmpty()
                && fields.flag(key).flatMap(Value::known).orElse(false);
    }

    private static void add(
            Spec spec, String user, Place place, String service, List<String> policies, Place policiesAt) {
        put(
                spec,
                user,
                place,
                trusting(service, place)
                        .set(IamRole.ATTACHED_POLICY_ARNS, policies(policies, policiesAt))
                        .set(IamRole.INLINE_POLICY_NAMES, Spec.byEksctl(List.of(), place)));
    }

    private static Attributes.Builder trusting(String service, Place at) {
        return Attributes.builder()
                .set(IamRole.TRUSTED_SERVICES, one(service, at))
                .set(
                        IamRole.TRUST_ACTIONS,
                        Spec.byEksctl(List.of(Spec.byEksctl(ASSUME, at), Spec.byEksctl("sts:TagSession", at)), at));
    }

    private static Listing<Value<String>> one(String text, Place at) {
        return policies(List.of(text), at);
    }

    private static Listing<Value<String>> policies(List<String> arns, Place at) {
        return Spec.byEksctl(
                arns.stream().<Value<String>>map(a -> Spec.byEksctl(a, at)).toList(), at);
    }

    private static void put(Spec spec, String user, Place at, Attributes.Builder attributes) {
        spec.add(new IamRole(spec.mint(IamRole.keyOf(user)), at, Truth.yes(), spec.clusterKey(), attributes.build()));
    }
}
