package io.github.ekslint.reader.cloudformation;

/**
 * What of a resource an expression names.
 *
 * @param key of the resource
 * @param attribute of {@code Fn::GetAtt}; {@link #ID} for {@code Ref}, and for an attribute that gives the same
 */
record Target(String key, String attribute) {
    static final String ID = "";

    boolean isId() {
        return attribute.equals(ID);
    }
}
