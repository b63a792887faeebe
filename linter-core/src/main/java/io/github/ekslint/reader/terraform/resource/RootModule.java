package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.source.Place;
import java.util.List;

/**
 * A root module with everything in it: one estate.
 *
 * @param id names the estate in reports: the path of the plan, or of the folder
 * @param place of the plan, or of the first file
 * @param resources of all its modules
 */
public record RootModule(String id, Place place, List<TfResource> resources) {
    /** Keeps its own copy of the resources. */
    public RootModule {
        resources = List.copyOf(resources);
    }
}
