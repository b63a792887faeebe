package io.github.ekslint.reference;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an instance type says about its processor
 * (<a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Amazon EC2 instance type naming
 * conventions</a>). A recorded describe-instance-types answer knows better.
 *
 * @param families by name
 * @param processors the architecture by the letter that stands for the processor family, right after the generation
 */
public record InstanceFamilies(Map<String, InstanceFamily> families, Map<String, String> processors) {

    private static final Pattern CONVENTION = Pattern.compile("[a-z]{1,4}\\d{1,2}([a-z])[a-z]{0,5}(?:-flex)?");

    /** Keeps its own copies. */
    public InstanceFamilies {
        families = Map.copyOf(families);
        processors = Map.copyOf(processors);
    }

    /**
     * The family of an instance type.
     *
     * @param instanceType such as {@code m7gd.2xlarge}, or a family name alone
     * @return empty when the table does not list the family and its name carries no letter for the processor
     */
    public Optional<InstanceFamily> of(String instanceType) {
        int dot = instanceType.indexOf('.');
        String name = dot < 0 ? instanceType : instanceType.substring(0, dot);
        InstanceFamily listed = families.get(name);
        return listed != null ? Optional.of(listed) : byConvention(name);
    }

    /** The architecture of an instance type, such as {@code arm64}; empty when its name does not tell. */
    public Optional<String> architecture(String instanceType) {
        return of(instanceType).map(InstanceFamily::architecture);
    }

    private Optional<InstanceFamily> byConvention(String name) {
        Matcher matcher = CONVENTION.matcher(name);
        return matcher.matches()
                ? Optional.ofNullable(processors.get(matcher.group(1)))
                        .map(architecture ->
                                new InstanceFamily(name, architecture, Optional.empty(), Optional.empty(), true))
                : Optional.empty();
    }
}
