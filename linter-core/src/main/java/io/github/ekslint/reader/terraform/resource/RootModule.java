package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Input;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A root module with everything in it: one estate.
 *
 * @param id names the estate in reports: the path of the plan, or of the folder
 * @param place of the plan, or of the first file
 * @param resources of all its modules
 * @param again the same module with open inputs decided
 */
public record RootModule(String id, Place place, List<TfResource> resources, Deciding again) {

    /** Keeps its own copy of the resources. */
    public RootModule {
        resources = List.copyOf(resources);
    }

    /** One that depends on no open input. */
    public RootModule(String id, Place place, List<TfResource> resources) {
        this(id, place, resources, new Deciding(name -> Optional.empty(), inputs -> resources));
    }

    /**
     * How a module is read once more.
     *
     * @param opened the open input of a name, if anything was found to depend on it
     * @param resources of the module in a case of open inputs
     */
    public record Deciding(
            Function<String, Optional<Input>> opened, Function<Map<Input, String>, List<TfResource>> resources) {}
}
