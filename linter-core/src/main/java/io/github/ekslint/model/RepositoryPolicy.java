package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** Who may use a repository of Amazon ECR beside the account it is in, as the ECR API says it (API_GetRepositoryPolicy). */
public record RepositoryPolicy(
        String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes) implements Fact {

    /** The account of the registry and the name of the repository, with a slash between. */
    public static final Attribute<Value<String>> REPOSITORY = Attribute.value("repository", "");

    /** What it allows and denies. */
    public static final Attribute<Listing<RepositoryStatement>> STATEMENTS = Attribute.list("statements", "");

    /** What records it; only the account of the repository may ask for it, unless the policy says otherwise. */
    public static Settlement record(String registryId, String repositoryName) {
        return Settlement.command("aws ecr get-repository-policy --registry-id %s --repository-name %s --output json"
                .formatted(Settlement.word(registryId), Settlement.word(repositoryName)));
    }

    /** The account of the registry and the name of the repository, with a slash between. */
    public Value<String> repository() {
        return get(REPOSITORY);
    }

    /** What it allows and denies. */
    public Listing<RepositoryStatement> statements() {
        return list(STATEMENTS);
    }

    @Override
    public RepositoryPolicy with(Attributes others) {
        return new RepositoryPolicy(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return REPOSITORY;
    }
}
