package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.implied.ImpliedGroups;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Security groups with the rules written in them and beside them, and those that EKS and EC2 create by themselves. The provider takes
 * the rule away that lets everything out of a new group
 * (<a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group">aws_security_group</a>).
 */
final class SecurityGroups {

    private static final String GROUP = "aws_security_group";
    private static final String DEFAULT_GROUP = "aws_default_security_group";
    private static final List<String> RULES = List.of(
            "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule");

    private final TfResources resources;

    private SecurityGroups(TfResources resources) {
        this.resources = resources;
    }

    static void read(TfResources resources) {
        SecurityGroups groups = new SecurityGroups(resources);
        resources.of(GROUP).forEach(groups::group);
        resources.data(GROUP).forEach(groups::lookedUp);
        resources.clusters().keys().stream()
                .flatMap(c -> resources.byKey(c).stream())
                .forEach(groups::ofCluster);
        resources.of(Vpcs.VPC).forEach(groups::ofVpc);
    }

    /** What a data source found: it tells nothing of the rules. */
    private void lookedUp(TfResource resource) {
        Props props = resource.attributes();
        boolean known = props.text("id").flatMap(Value::known).isPresent();
        if (!known || !resources.isFirstOfItsId(resource)) {
            return;
        }
        Attributes.Builder attributes =
                Attributes.builder().set(SecurityGroup.GROUP_ID, resource.ref().id());
        props.text("name").ifPresent(n -> attributes.set(SecurityGroup.GROUP_NAME, n));
        props.ref("vpc_id").filter(v -> v.known().isPresent()).ifPresent(v -> attributes.set(SecurityGroup.VPC, v));
        resources.add(
                new SecurityGroup(resource.key(), resource.place(), resource.existence(), null, attributes.build()));
    }

    private void group(TfResource resource) {
        Props props = resource.attributes();
        Attributes.Builder attributes = Attributes.builder()
                .set(SecurityGroup.GROUP_ID, resource.ref().id())
                .set(SecurityGroup.INGRESS, rules(resource, false))
                .set(SecurityGroup.EGRESS, rules(resource, true))
                .set(SecurityGroup.TAGS, resource.tags());
        props.text("name").ifPresent(n -> attributes.set(SecurityGroup.GROUP_NAME, n));
        props.ref("vpc_id").ifPresent(v -> attributes.set(SecurityGroup.VPC, v));
        resources.add(
                new SecurityGroup(resource.key(), resource.place(), resource.existence(), null, attributes.build()));
    }

    private Listing<SecurityGroupRule> rules(TfResource group, boolean egress) {
        Props.Children written = group.attributes().children(egress ? "egress" : "ingress");
        Ref self = group.ref();
        List<SecurityGroupRule> rules = new ArrayList<>();
        Value.Unresolved<?> rest = written.rest();
        for (Props rule : written.all()) {
            Listing<SecurityGroupRule> inline = GroupRules.written(rule, self);
            rules.addAll(inline.items());
            rest = inline.isComplete() ? rest : inline.rest();
        }
        boolean listsAll = !group.isNew() && !rules.isEmpty();
        Listing<SecurityGroupRule> beside = beside(group.key(), self, egress, listsAll);
        rules.addAll(beside.items());
        rest = beside.isComplete() ? rest : beside.rest();
        Listing<SecurityGroupRule> listing = Listing.explicit(rules, written.place());
        return rest == null ? listing : listing.withRest(rest);
    }

    /**
     * Rules of their own.
     *
     * @param onlyNew whether those that are there already are in the group's own list
     */
    private Listing<SecurityGroupRule> beside(String key, Ref self, boolean egress, boolean onlyNew) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        Value.@Nullable Unresolved<?> rest = null;
        for (String type : RULES) {
            for (TfResource rule : resources.namingKey(key, "security_group_id", type)) {
                if (isEgress(rule) == egress && (rule.isNew() || !onlyNew)) {
                    Listing<SecurityGroupRule> said = GroupRules.beside(rule, self);
                    rules.addAll(said.items());
                    rest = said.isComplete() ? rest : said.rest();
                }
            }
            for (TfResource rule : resources.lost(type, "security_group_id")) {
                if (isEgress(rule) == egress) {
                    rest = new Value.Unresolved<>(
                            "which security group %s is of is not known".formatted(rule.address()),
                            List.of(rule.place()),
                            List.of(),
                            null,
                            null);
                }
            }
        }
        Listing<SecurityGroupRule> listing = Listing.explicit(rules);
        return rest == null ? listing : listing.withRest(rest);
    }

    private static boolean isEgress(TfResource rule) {
        return rule.is("aws_vpc_security_group_egress_rule")
                || rule.attributes()
                        .text("type")
                        .flatMap(Value::known)
                        .filter("egress"::equals)
                        .isPresent();
    }

    /** The group that comes with a cluster. */
    private void ofCluster(TfResource cluster) {
        Place at = cluster.place();
        String key = TfTargets.clusterSecurityGroup(cluster.key());
        add(new ImpliedGroups(key, at, cluster.existence(), "EKS"), cluster.key(), Optional.empty());
    }

    /** The group that comes with a VPC: without a rule where the configuration takes it over and writes none. */
    private void ofVpc(TfResource vpc) {
        Place at = vpc.place();
        String key = TfTargets.defaultSecurityGroup(vpc.key());
        Optional<TfResource> takenOver =
                resources.naming(vpc, "vpc_id", DEFAULT_GROUP).stream().findFirst();
        if (takenOver.isEmpty()) {
            add(
                    new ImpliedGroups(key, at, vpc.existence(), Props.AWS),
                    null,
                    Optional.of(Value.byDefault(vpc.ref(), Props.AWS, at)));
            return;
        }
        TfResource own = takenOver.get();
        Attributes attributes = Attributes.builder()
                .set(SecurityGroup.GROUP_ID, own.ref().id())
                .set(SecurityGroup.VPC, Value.explicit(vpc.ref(), own.place()))
                .set(SecurityGroup.INGRESS, rules(own, false))
                .set(SecurityGroup.EGRESS, rules(own, true))
                .set(SecurityGroup.TAGS, own.tags())
                .build();
        resources.add(new SecurityGroup(key, own.place(), vpc.existence(), null, attributes));
    }

    private void add(ImpliedGroups implied, @Nullable String cluster, Optional<Value<Ref>> vpc) {
        Ref self = new Ref(Value.unresolved(implied.origin() + " creates it", List.of(implied.at())), implied.key());
        SecurityGroup group = implied.group(
                cluster,
                vpc,
                beside(implied.key(), self, false, false).items(),
                beside(implied.key(), self, true, false).items());
        resources.add(group);
    }
}
