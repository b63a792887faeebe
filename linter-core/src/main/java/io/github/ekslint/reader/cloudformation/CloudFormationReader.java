package io.github.ekslint.reader.cloudformation;

import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads CloudFormation templates. One stack with those it nests, and those joined with it by exports, makes one estate; an estate
 * counts when something in it is about EKS.
 */
public final class CloudFormationReader implements SpecReader {

    static final String DIALECT = "cloudformation";

    /** Found through {@link java.util.ServiceLoader}. */
    public CloudFormationReader() {}

    @Override
    public String dialect() {
        return DIALECT;
    }

    @Override
    public Recognition recognise(Document document) {
        if (CdkManifests.is(document)) {
            return Recognition.YES;
        }
        return Template.of(document).map(Relevance::of).orElse(Recognition.NO);
    }

    @Override
    public Reading read(List<Document> documents, ReaderContext context) {
        List<Template> templates =
                documents.stream().flatMap(d -> Template.of(d).stream()).toList();
        CdkManifests manifests =
                CdkManifests.read(documents.stream().filter(CdkManifests::is).toList());
        Run run = new Run(context, templates);
        List<Draft> drafts = new ArrayList<>();
        Set<SourceFile> relevant = new HashSet<>();
        for (List<Stack> stacks : Stacks.of(run, templates, manifests)) {
            if (stacks.stream().noneMatch(s -> Relevance.isAboutEks(s.template()))) {
                continue;
            }
            stacks.forEach(s -> relevant.add(s.template().document().file()));
            stacks.forEach(References::check);
            drafts.add(draft(stacks, run, manifests));
        }
        List<Problem> problems = run.problems().stream()
                .filter(p -> relevant.contains(p.place().file()))
                .toList();
        return new Reading(drafts, List.of(), problems);
    }

    private static Draft draft(List<Stack> stacks, Run run, CdkManifests manifests) {
        List<Fact> facts = facts(stacks, run.context());
        List<Reading.Case> cases = Cases.of(facts, run).stream()
                .map(inputs ->
                        new Reading.Case(inputs, facts(again(stacks, run.deciding(inputs), manifests), run.context())))
                .toList();
        Template main = facts.stream()
                .filter(f -> f instanceof Cluster)
                .findFirst()
                .flatMap(c -> stacks.stream()
                        .filter(s ->
                                s.template().document().file().equals(c.place().file()))
                        .findFirst())
                .or(() -> stacks.stream()
                        .filter(s -> Relevance.isAboutEks(s.template()))
                        .findFirst())
                .map(Stack::template)
                .orElse(stacks.get(0).template());
        return new Draft(main.uri(), DIALECT, Estate.Tool.CLOUDFORMATION, main.place(), facts, cases);
    }

    /** The same stacks, of which nothing has been worked out yet. */
    private static List<Stack> again(List<Stack> stacks, Run run, CdkManifests manifests) {
        List<Template> templates =
                stacks.stream().map(Stack::template).distinct().toList();
        return Stacks.of(run, templates, manifests).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fact> facts(List<Stack> stacks, ReaderContext context) {
        StackResources resources = new StackResources(stacks, context);
        Vpcs.read(resources);
        Routing.read(resources);
        TransitGateways.read(resources);
        Clusters.read(resources);
        NetworkAcls.read(resources);
        SecurityGroups.read(resources);
        LaunchTemplates.read(resources);
        NodeGroups.read(resources);
        SelfManagedNodes.read(resources);
        Workloads.read(resources);
        IamRoles.read(resources);
        KmsKeys.read(resources);
        return resources.facts();
    }
}
