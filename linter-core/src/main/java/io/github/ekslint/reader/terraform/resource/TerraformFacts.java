package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Fact;
import io.github.ekslint.reader.ReaderContext;
import java.util.List;

/** Turns the resources of a root module into facts. */
public final class TerraformFacts {

    private TerraformFacts() {}

    /** The facts, with keys that are unique within the module. */
    public static List<Fact> of(List<TfResource> all, ReaderContext context) {
        TfResources resources = new TfResources(all, context);
        Vpcs.read(resources);
        Subnets.read(resources);
        Routing.read(resources);
        Gateways.read(resources);
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
