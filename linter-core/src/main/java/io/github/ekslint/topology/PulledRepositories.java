package io.github.ekslint.topology;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.FargateProfile;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.RepositoryPolicy;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The repositories of Amazon ECR that the workloads of every cluster take images from. Which nodes a pod comes to is not known, so that
 * every node group and Fargate profile has to be let in.
 */
final class PulledRepositories implements Derivation {

    private static final Pattern IMAGE = Pattern.compile(
            "(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.[a-z0-9-]+\\.[a-z.]+/([a-z0-9][a-z0-9._/-]*)(?:[:@].*)?");

    private static final Pattern ACCOUNT = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):.*");

    @Override
    public Stream<PulledRepository> derive(Estate estate, Circumstances circumstances) {
        List<ImagePuller> pullers = new Roles()
                .derive(estate, circumstances)
                .filter(ImagePuller.class::isInstance)
                .map(ImagePuller.class::cast)
                .toList();
        return estate.all(Cluster.class).stream().flatMap(c -> ofCluster(estate, c, pullers));
    }

    private static Stream<PulledRepository> ofCluster(Estate estate, Cluster cluster, List<ImagePuller> all) {
        List<ImagePuller> pullers =
                all.stream().filter(p -> cluster.key().equals(p.cluster())).toList();
        Map<String, Value<String>> repositories = new LinkedHashMap<>();
        estate.all(Workload.class).stream()
                .filter(w -> cluster.key().equals(w.cluster()))
                .flatMap(w -> w.images().items().stream())
                .forEach(image -> repository(image).ifPresent(r -> repositories.putIfAbsent(r, image)));
        return repositories.entrySet().stream().flatMap(e -> {
            Map<List<Logic>, List<PulledRepository>> alike = pullers.stream()
                    .map(p -> of(estate, cluster, p, e.getKey(), e.getValue()))
                    .collect(Collectors.groupingBy(
                            r -> List.of(r.foreign().logic(), r.admitted().logic()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            return alike.values().stream().map(PulledRepositories::together);
        });
    }

    private static PulledRepository of(
            Estate estate, Cluster cluster, ImagePuller puller, String repository, Value<String> image) {
        String registry = repository.substring(0, repository.indexOf('/'));
        Optional<String> account = account(puller, cluster);
        Truth foreign = account.map(
                        a -> Truth.of(!a.equals(registry), Ground.fact("account", a, List.of(puller.place()))))
                .orElseGet(() -> Truth.unknown(
                        "account",
                        "the account of the cluster is not known",
                        List.of(puller.place()),
                        Settlement.command("aws eks describe-cluster --name {cluster} --output json")));
        Truth admitted = estate.all(RepositoryPolicy.class).stream()
                .filter(p -> p.repository().known().filter(repository::equals).isPresent())
                .findFirst()
                .map(p -> new RepositoryAccess(p, puller.role(), describe(puller), account).allowsPull())
                .orElseGet(() -> Truth.unknown(
                        "policy",
                        "the policy of repository %s is not recorded".formatted(repository),
                        image.places(),
                        RepositoryPolicy.record(registry, repository.substring(registry.length() + 1))));
        return new PulledRepository(puller.key(), puller.displayName(), repository, registry, image, foreign, admitted);
    }

    private static PulledRepository together(List<PulledRepository> alike) {
        PulledRepository first = alike.get(0);
        return new PulledRepository(
                first.puller(),
                alike.stream().map(PulledRepository::pullers).collect(Collectors.joining(", ")),
                first.repository(),
                first.registryId(),
                first.image(),
                first.foreign(),
                first.admitted());
    }

    private static Settlement describe(ImagePuller puller) {
        String name = Settlement.word(puller.of().id().known().orElse("<name>"));
        return Settlement.command(
                puller.of() instanceof FargateProfile
                        ? "aws eks describe-fargate-profile --cluster-name {cluster} --fargate-profile-name %s --output json"
                                .formatted(name)
                        : "aws eks describe-nodegroup --cluster-name {cluster} --nodegroup-name %s --output json"
                                .formatted(name));
    }

    private static Optional<String> repository(Value<String> image) {
        Matcher matcher = IMAGE.matcher(image.known().orElse(""));
        return matcher.matches() ? Optional.of(matcher.group(1) + "/" + matcher.group(2)) : Optional.empty();
    }

    private static Optional<String> account(ImagePuller puller, Cluster cluster) {
        return Stream.of(puller.role().arn(), cluster.roleArn())
                .flatMap(arn -> arn.known().stream())
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .findFirst()
                .or(() -> cluster.accountId().known());
    }
}
