package io.github.ekslint.reader;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.FargateSelector;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.SecurityGroup;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The real AWS ids that a fact mentions, its own included, and the IAM roles, IAM policies, instance profiles and KMS keys. Tags do not count: anybody writes
 * anything there.
 */
final class Mentions {

    private final Set<String> ids = new LinkedHashSet<>();

    private Mentions() {}

    /** Every id the fact mentions. Roles and keys are not among them: clusters share them. */
    static Set<String> of(Fact fact) {
        Set<String> ids = all(fact);
        ids.removeIf(id -> !AwsId.isReal(id));
        return ids;
    }

    /** The ids through which a fact pulls in others. A security group does not pull in its VPC, which may be a peer's. */
    static Set<String> followed(Fact fact) {
        Set<String> ids = all(fact);
        if (fact instanceof SecurityGroup) {
            ids.removeIf(id -> id.startsWith("vpc-"));
        }
        return ids;
    }

    private static Set<String> all(Fact fact) {
        Mentions mentions = new Mentions();
        for (Attribute<?> attribute : fact.attributes().said()) {
            mentions.add(fact.attributes().find(attribute));
        }
        if (fact instanceof NodeGroup group) {
            group.launchTemplate()
                    .known()
                    .flatMap(ref -> ref.id().known())
                    .filter(id -> !AwsId.isReal(id))
                    .ifPresent(name -> mentions.ids.add(launchTemplate(name)));
        }
        if (fact instanceof LaunchTemplate template) {
            template.iamInstanceProfile()
                    .known()
                    .filter(name -> !name.startsWith("arn:"))
                    .ifPresent(name -> mentions.ids.add(instanceProfile(name)));
        }
        return mentions.ids;
    }

    private void add(@org.jspecify.annotations.Nullable Object said) {
        if (said instanceof Value<?> value) {
            value.known().ifPresent(this::add);
        } else if (said instanceof Listing<?> listing) {
            listing.items().forEach(this::add);
        } else if (said instanceof Ref ref) {
            add(ref.id());
        } else if (said instanceof Route route) {
            add(route.targetRef());
            add(route.destination());
        } else if (said instanceof SecurityGroupRule rule) {
            add(rule.peerGroup());
            add(rule.peer());
        } else if (said instanceof FargateSelector) {
            return;
        } else if (said instanceof String text && AwsId.isReal(text)) {
            ids.add(text);
        } else if (said instanceof String text && text.startsWith("arn:")) {
            Arn.parse(text).ifPresent(arn -> add(arn, text));
        }
    }

    /** A role may be recorded without its account. */
    private void add(Arn arn, String text) {
        if (arn.service().equals("iam") && arn.resource().startsWith("role/")) {
            String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
            ids.add(role(arn.account(), name));
            ids.add(role(Optional.empty(), name));
        } else if (arn.service().equals("iam") && arn.resource().startsWith("instance-profile/")) {
            ids.add(instanceProfile(arn.resource().substring(arn.resource().lastIndexOf('/') + 1)));
        } else if (arn.service().equals("kms")
                || arn.service().equals("iam") && arn.resource().startsWith("policy/")) {
            ids.add(text);
        }
    }

    /** What stands for a launch template among ids, where a node group only names it. */
    static String launchTemplate(String name) {
        return "launch-template/" + name;
    }

    /** What stands for an instance profile among ids. */
    static String instanceProfile(String name) {
        return "instance-profile/" + name;
    }

    /** What stands for a role among ids. */
    static String role(Optional<String> account, String name) {
        return "role/" + account.orElse("") + "/" + name;
    }
}
