package io.github.ekslint.model;

import io.github.ekslint.source.Place;
import org.jspecify.annotations.Nullable;

/** What a project says lies behind a target of routes that no spec or recording describes, such as a transit gateway. */
public record NextHop(String key, Place place, Truth existence, @Nullable String cluster, Attributes attributes)
        implements Fact {

    /** The id of the target. */
    public static final Attribute<Value<String>> ID = Attribute.value("id", "");

    /** Whether packets to the internet get there. */
    public static final Attribute<Value<Boolean>> INTERNET = Attribute.value("internet", "");

    /** A target of that id. */
    public static NextHop of(String id, boolean internet, Place place) {
        return new NextHop(
                "NextHop/" + id,
                place,
                Truth.yes(),
                null,
                Attributes.builder()
                        .set(ID, Value.explicit(id, place))
                        .set(INTERNET, Value.explicit(internet, place))
                        .build());
    }

    /** Whether packets to the internet get there. */
    public Value<Boolean> internet() {
        return get(INTERNET);
    }

    @Override
    public NextHop with(Attributes others) {
        return new NextHop(key, place, existence, cluster, others);
    }

    @Override
    public Attribute<Value<String>> idAttribute() {
        return ID;
    }
}
