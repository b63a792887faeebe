package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** A ClusterRoleBinding or RoleBinding of Kubernetes RBAC: who gets which role. */
public record RoleBinding(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** The read-only command that records all of them. */
    public static final String LIST = "kubectl get clusterrolebindings,rolebindings -A -o json";

    /** {@code ClusterRoleBinding} or {@code RoleBinding}. */
    public static final Attribute<Value<String>> OBJECT_KIND = Attribute.value("objectKind", LIST);

    /** The namespace; absent for a ClusterRoleBinding. */
    public static final Attribute<Value<String>> NAMESPACE = Attribute.value("namespace", LIST);

    /** The name. */
    public static final Attribute<Value<String>> NAME = Attribute.value("name", LIST);

    /** The name of the role that is given. */
    public static final Attribute<Value<String>> ROLE = Attribute.value("role", LIST);

    /** The names of the users and groups that get it; service accounts are not among them. */
    public static final Attribute<Listing<Value<String>>> SUBJECTS = Attribute.list("subjects", LIST);

    /** {@code ClusterRoleBinding} or {@code RoleBinding}. */
    public Value<String> objectKind() {
        return get(OBJECT_KIND);
    }

    /** The namespace; absent for a ClusterRoleBinding. */
    public Value<String> namespace() {
        return get(NAMESPACE);
    }

    /** The name. */
    public Value<String> name() {
        return get(NAME);
    }

    /** The name of the role that is given. */
    public Value<String> role() {
        return get(ROLE);
    }

    /** The names of the users and groups that get it; service accounts are not among them. */
    public Listing<Value<String>> subjects() {
        return list(SUBJECTS);
    }

    @Override
    public RoleBinding with(Attributes others) {
        return new RoleBinding(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return NAME;
    }
}
