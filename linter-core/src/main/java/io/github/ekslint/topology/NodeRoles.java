package io.github.ekslint.topology;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.InstanceProfile;
import io.github.ekslint.model.LaunchTemplate;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Value;

/** The role of a node group: its own, or the one in the instance profile of its nodes. */
record NodeRoles(Estate estate, LaunchTemplates templates) {

    static NodeRoles of(Estate estate) {
        return new NodeRoles(estate, new LaunchTemplates(estate));
    }

    /** The ARN, or what stands for it. */
    Value<String> arn(NodeGroup group) {
        boolean said = group.attributes().find(NodeGroup.NODE_ROLE) != null;
        Value<String> profile = said ? Value.absent() : profile(group);
        return profile instanceof Value.Absent<String>
                ? group.nodeRole()
                : profile.flatMap(written -> role(RolePolicies.name(written), profile));
    }

    private Value<String> profile(NodeGroup group) {
        return group.attributes().find(NodeGroup.IAM_INSTANCE_PROFILE) != null
                ? group.iamInstanceProfile()
                : templates
                        .of(group)
                        .filter(t -> t.attributes().find(LaunchTemplate.IAM_INSTANCE_PROFILE) != null)
                        .map(LaunchTemplate::iamInstanceProfile)
                        .orElseGet(Value::absent);
    }

    private Value<String> role(String profile, Value<String> written) {
        return estate.all(InstanceProfile.class).stream()
                .filter(p ->
                        p.instanceProfileName().known().filter(profile::equals).isPresent())
                .findFirst()
                .map(InstanceProfile::roleArn)
                .orElseGet(() -> Value.unresolved(
                        "the role of the instance profile %s is not recorded".formatted(profile),
                        written.places(),
                        InstanceProfile.record(profile)));
    }
}
