package io.github.ekslint.model;

/**
 * A statement of the policy of a container image repository
 * (<a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Amazon ECR User Guide, private repository
 * policies</a>).
 *
 * @param says what it allows or denies; narrowed where it holds under a condition
 * @param principals whom it speaks of: an account, a role or {@code *}
 */
public record RepositoryStatement(PolicyStatement says, Listing<Value<String>> principals) {}
