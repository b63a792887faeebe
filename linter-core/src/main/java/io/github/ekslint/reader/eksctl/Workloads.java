package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.AccessEntry;
import io.github.ekslint.model.Addon;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PodIdentityAssociation;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads Fargate profiles, add-ons, access entries, pod identity associations and identity providers. */
final class Workloads {

    private static final List<String> DEFAULT_ADDONS = List.of("vpc-cni", "coredns", "kube-proxy");

    private final Spec spec;
    private final Network network;
    private final Fields root;

    private Workloads(Spec spec, Network network) {
        this.spec = spec;
        this.network = network;
        this.root = spec.root();
    }

    static void read(Spec spec, Network network) {
        Workloads workloads = new Workloads(spec, network);
        workloads.fargateProfiles();
        workloads.addons();
        workloads.accessEntries();
        workloads.podIdentityAssociations();
        workloads.identityProviders();
    }

    private void fargateProfiles() {
        int index = 0;
        for (Fields profile : root.children("fargateProfiles")) {
            index++;
            Place at = profile.place();
            Attributes.Builder attributes = Attributes.builder()
                    .set(
                            FargateProfile.FARGATE_PROFILE_NAME,
                            Spec.text(profile, "name")
                                    .orElseGet(() -> Value.unresolved("name is not set", List.of(at))))
                    .set(FargateProfile.SUBNETS, fargateSubnets(profile))
                    .set(FargateProfile.SELECTORS, selectors(profile));
            Spec.text(profile, "podExecutionRoleARN")
                    .or(() -> root.child("iam").flatMap(i -> Spec.text(i, "fargatePodExecutionRoleARN")))
                    .ifPresent(r -> attributes.set(FargateProfile.POD_EXECUTION_ROLE_ARN, r));
            String key = spec.mint("FargateProfile/" + nameOf(profile, "name", index));
            spec.add(new FargateProfile(key, at, Truth.yes(), spec.clusterKey(), attributes.build()));
            IamRoles.ofFargateProfile(spec, profile, key);
        }
    }

    /** Without subnets of its own a profile gets the private subnets of the VPC. */
    private Listing<Ref> fargateSubnets(Fields profile) {
        Optional<Listing<Value<String>>> written =
                profile.texts("subnets").filter(l -> !l.items().isEmpty() || !l.isComplete());
        if (written.isPresent()) {
            Listing<Value<String>> listed = written.get();
            List<Ref> refs = new ArrayList<>();
            listed.items().forEach(w -> refs.addAll(SubnetRefs.byName(spec, network, w, true)));
            return new Listing<>(refs, listed.rest(), listed.provenance(), listed.origin(), listed.places());
        }
        List<Network.Entry> privates =
                network.privates().stream().filter(e -> !e.local()).toList();
        return network.refs(privates, profile.place());
    }

    private static Listing<FargateSelector> selectors(Fields profile) {
        Optional<Value.Unresolved<?>> open = profile.open("selectors");
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        List<FargateSelector> selectors = new ArrayList<>();
        for (Fields selector : profile.children("selectors")) {
            Value<String> namespace = Spec.text(selector, "namespace").orElseGet(() -> Value.absent(selector.place()));
            Tags labels = selector.tags("labels").orElse(Tags.NONE);
            selectors.add(new FargateSelector(selector.place(), namespace, labels));
        }
        Place at = profile.node("selectors").map(n -> n.place()).orElse(profile.place());
        return Listing.explicit(selectors, at);
    }

    private void addons() {
        Set<String> named = new HashSet<>();
        int index = 0;
        for (Fields addon : root.children("addons")) {
            index++;
            Place at = addon.place();
            Attributes.Builder attributes = Attributes.builder()
                    .set(
                            Addon.ADDON_NAME,
                            Spec.text(addon, "name").orElseGet(() -> Value.unresolved("name is not set", List.of(at))))
                    .set(Addon.ADDON_VERSION, addonVersion(addon))
                    .set(
                            Addon.SERVICE_ACCOUNT_ROLE_ARN,
                            Spec.text(addon, "serviceAccountRoleARN").orElseGet(() -> Value.absent(at)))
                    .set(Addon.POD_IDENTITY_ASSOCIATIONS, associations(addon));
            String name = nameOf(addon, "name", index);
            named.add(name.toLowerCase(Locale.ROOT));
            add(spec.mint("Addon/" + name), at, attributes.build());
        }
        if (installsDefaults()) {
            DEFAULT_ADDONS.stream().filter(n -> !named.contains(n)).forEach(this::defaultAddon);
        }
    }

    /** The networking add-ons that eksctl installs by itself: not with Auto Mode, on Outposts, or when it is told not to. */
    private boolean installsDefaults() {
        boolean disabled = isOn("addonsConfig", "disableDefaultAddons");
        boolean auto = isOn("autoModeConfig", "enabled");
        boolean open = root.open("addons")
                .or(() -> root.open("addonsConfig"))
                .or(() -> root.open("autoModeConfig"))
                .isPresent();
        return !disabled && !auto && !open && !root.has("outpost");
    }

    /** Whether a switch is on, or may be. */
    private boolean isOn(String block, String key) {
        return root.child(block)
                .flatMap(b -> b.flag(key))
                .map(f -> f.known().orElse(true))
                .orElse(false);
    }

    private void defaultAddon(String name) {
        Place at = spec.placeOf("addons");
        add(
                spec.mint("Addon/" + name),
                at,
                Attributes.builder()
                        .set(Addon.ADDON_NAME, Spec.byEksctl(name, at))
                        .set(
                                Addon.ADDON_VERSION,
                                Value.unresolved(
                                        "eksctl takes EKS's default version", List.of(at), spec.describeCluster()))
                        .build());
    }

    private void add(String key, Place at, Attributes attributes) {
        spec.add(new Addon(key, at, Truth.yes(), spec.clusterKey(), attributes));
    }

    private Value<String> addonVersion(Fields addon) {
        Place at = addon.node("version").map(n -> n.place()).orElse(addon.place());
        return Spec.text(addon, "version")
                .filter(v -> v.known().filter("latest"::equals).isEmpty())
                .orElseGet(() -> Value.unresolved(
                        addon.has("version")
                                ? "eksctl takes the latest version"
                                : "version is not set, so eksctl takes EKS's default version",
                        List.of(at),
                        Settlement.command(Addon.ADDON_VERSION
                                .command()
                                .replace("{cluster}", spec.name().known().orElse("<name>"))
                                .replace("{id}", addon.node().text("name").orElse("<addonName>")))));
    }

    private Listing<String> associations(Fields addon) {
        Optional<Value.Unresolved<?>> open = addon.open("podIdentityAssociations");
        if (open.isPresent()) {
            return Spec.unresolvedList(open.get());
        }
        List<String> names = addon.children("podIdentityAssociations").stream()
                .map(a -> a.node()
                        .text("serviceAccountName")
                        .or(() -> a.node().text("roleARN"))
                        .orElse("unnamed"))
                .toList();
        Place at = addon.node("podIdentityAssociations").map(n -> n.place()).orElse(addon.place());
        return names.isEmpty() ? Listing.absent(at) : Listing.explicit(names, at);
    }

    private void accessEntries() {
        List<Fields> entries =
                root.child("accessConfig").map(a -> a.children("accessEntries")).orElse(List.of());
        int index = 0;
        for (Fields entry : entries) {
            index++;
            Place at = entry.place();
            List<Value<String>> policies = new ArrayList<>();
            entry.children("accessPolicies")
                    .forEach(p -> Spec.text(p, "policyARN").ifPresent(policies::add));
            spec.add(new AccessEntry(
                    spec.mint("AccessEntry/" + nameOf(entry, "principalARN", index)),
                    at,
                    Truth.yes(),
                    spec.clusterKey(),
                    Attributes.builder()
                            .set(
                                    AccessEntry.PRINCIPAL_ARN,
                                    Spec.text(entry, "principalARN")
                                            .orElseGet(() -> Value.unresolved("principalARN is not set", List.of(at))))
                            .set(
                                    AccessEntry.TYPE,
                                    Spec.text(entry, "type").orElseGet(() -> Value.byDefault("STANDARD", Spec.AWS, at)))
                            .set(AccessEntry.POLICY_ARNS, Listing.explicit(policies, at))
                            .build()));
        }
    }

    private void podIdentityAssociations() {
        List<Fields> associations = root.child("iam")
                .map(i -> i.children("podIdentityAssociations"))
                .orElse(List.of());
        int index = 0;
        for (Fields association : associations) {
            index++;
            Place at = association.place();
            Attributes.Builder attributes = Attributes.builder();
            Spec.text(association, "namespace").ifPresent(n -> attributes.set(PodIdentityAssociation.NAMESPACE, n));
            Spec.text(association, "serviceAccountName")
                    .ifPresent(n -> attributes.set(PodIdentityAssociation.SERVICE_ACCOUNT, n));
            Spec.text(association, "roleARN").ifPresent(r -> attributes.set(PodIdentityAssociation.ROLE_ARN, r));
            String name = association.node().text("namespace").orElse("default") + "/"
                    + nameOf(association, "serviceAccountName", index);
            spec.add(new PodIdentityAssociation(
                    spec.mint("PodIdentityAssociation/" + name),
                    at,
                    Truth.yes(),
                    spec.clusterKey(),
                    attributes.build()));
        }
    }

    private void identityProviders() {
        int index = 0;
        for (Fields provider : root.children("identityProviders")) {
            index++;
            Place at = provider.place();
            Attributes attributes = Attributes.builder()
                    .set(
                            IdentityProviderConfig.IDENTITY_PROVIDER_CONFIG_NAME,
                            Spec.text(provider, "name")
                                    .orElseGet(() -> Value.unresolved("name is not set", List.of(at))))
                    .set(
                            IdentityProviderConfig.ISSUER_URL,
                            Spec.text(provider, "issuerURL").orElseGet(() -> Value.absent(at)))
                    .build();
            spec.add(new IdentityProviderConfig(
                    spec.mint("IdentityProviderConfig/" + nameOf(provider, "name", index)),
                    at,
                    Truth.yes(),
                    spec.clusterKey(),
                    attributes));
        }
    }

    private static String nameOf(Fields fields, String key, int index) {
        return fields.node().text(key).orElse("#" + index);
    }
}
