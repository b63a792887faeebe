package io.github.ekslint.reader.eksctl;

import io.github.ekslint.model.Listing;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remote access to the nodes of a group. A key turns it on unless {@code allow} is false; {@code allow} without a key takes the
 * user's public key. The older names of v1alpha3 are read too.
 *
 * @param key the key's name or path; absent when remote access is off
 * @param sources the security groups that may use it; an empty list means everyone
 */
record Ssh(Value<String> key, Listing<Value<String>> sources, Place place) {

    private static final String USUAL_KEY = "~/.ssh/id_rsa.pub";
    private static final int PORT = 22;

    static Ssh read(Fields group) {
        Optional<Value.Unresolved<?>> open = group.open("ssh");
        Place at = group.node("ssh").map(n -> n.place()).orElse(group.place());
        if (open.isPresent()) {
            return new Ssh(Spec.unresolved(open.get()), Spec.unresolvedList(open.get()), at);
        }
        Optional<Fields> ssh = group.child("ssh");
        Optional<Value<Boolean>> allow = ssh.flatMap(s -> s.flag("allow")).or(() -> group.flag("allowSSH"));
        Optional<Value<String>> written = ssh.flatMap(Ssh::writtenKey)
                .or(() -> Spec.text(group, "sshPublicKeyName"))
                .or(() -> Spec.text(group, "SSHPublicKeyName"))
                .or(() -> Spec.text(group, "sshPublicKeyPath"));
        Value<Boolean> on = allow.orElseGet(() -> Spec.byEksctl(written.isPresent(), at));
        Value<String> key =
                on.flatMap(yes -> yes ? written.orElseGet(() -> Spec.byEksctl(USUAL_KEY, at)) : Value.absent(at));
        Listing<Value<String>> sources =
                ssh.flatMap(s -> s.texts("sourceSecurityGroupIds")).orElseGet(() -> Listing.absent(at));
        return new Ssh(key, sources, at);
    }

    private static Optional<Value<String>> writtenKey(Fields ssh) {
        return Spec.text(ssh, "publicKeyName")
                .or(() -> Spec.text(ssh, "publicKeyPath"))
                .or(() -> ssh.node("publicKey").map(n -> Value.explicit("a public key", n.place())));
    }

    /** What eksctl lets in to the nodes of a self-managed group. */
    List<SecurityGroupRule> rules(Value<Boolean> privateNetworking, SecurityGroups groups) {
        if (key.known().isEmpty()) {
            return List.of();
        }
        List<SecurityGroupRule> rules = new ArrayList<>();
        sources.items().forEach(id -> rules.add(SecurityGroups.fromGroup(PORT, PORT, groups.named(id), place)));
        if (sources.items().isEmpty() && sources.isComplete()) {
            if (privateNetworking.known().orElse(false)) {
                rules.add(SecurityGroups.fromCidr(PORT, groups.vpcCidr(), place));
            } else {
                rules.add(SecurityGroups.fromCidr(PORT, Spec.byEksctl("0.0.0.0/0", place), place));
                rules.add(SecurityGroups.fromCidr(PORT, Spec.byEksctl("::/0", place), place));
            }
        }
        return rules;
    }
}
