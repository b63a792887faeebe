package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Functions of numbers, and conversions of texts, numbers and booleans. */
final class NumberFunctions {

    private static final int ANY = Integer.MAX_VALUE;

    private NumberFunctions() {}

    static void define(Map<String, Definition> all) {
        one(all, "abs", BigDecimal::abs);
        one(all, "ceil", n -> n.setScale(0, RoundingMode.CEILING));
        one(all, "floor", n -> n.setScale(0, RoundingMode.FLOOR));
        one(all, "signum", n -> BigDecimal.valueOf(n.signum()));
        one(all, "tonumber", n -> n);
        folded(all, "min", BigDecimal::min);
        folded(all, "max", BigDecimal::max);
        CollectionFunctions.define(all, "sum", 1, 1, (a, use) -> {
            if (!(a.get(0) instanceof Datum.Items items)) {
                return CollectionFunctions.opaque(a.get(0), use);
            }
            return fold(items.items(), BigDecimal::add, use);
        });
        CollectionFunctions.define(all, "parseint", 2, 2, NumberFunctions::parse);
        CollectionFunctions.define(all, "tobool", 1, 1, (a, use) -> {
            boolean fits = Operators.truth(a.get(0)) != null || a.get(0) instanceof Datum.Nothing;
            return fits ? a.get(0) : CollectionFunctions.opaque(a.get(0), use);
        });
        CollectionFunctions.define(all, "tostring", 1, 1, (a, use) -> {
            boolean fits = !(a.get(0) instanceof Datum.Items || a.get(0) instanceof Datum.Members);
            return fits ? a.get(0) : use.refused("tostring() takes no collection");
        });
    }

    private static void one(Map<String, Definition> all, String name, UnaryOperator<BigDecimal> function) {
        CollectionFunctions.define(all, name, 1, 1, (a, use) -> {
            BigDecimal number = Numbers.of(a.get(0));
            if (number != null) {
                return use.number(function.apply(number));
            }
            return a.get(0) instanceof Datum.Nothing ? a.get(0) : CollectionFunctions.opaque(a.get(0), use);
        });
    }

    private static void folded(Map<String, Definition> all, String name, BinaryOperator<BigDecimal> function) {
        CollectionFunctions.define(all, name, 1, ANY, (a, use) -> fold(a, function, use));
    }

    private static Datum fold(List<Datum> numbers, BinaryOperator<BigDecimal> function, Use use) {
        List<BigDecimal> known = new ArrayList<>();
        for (Datum one : numbers) {
            BigDecimal number = Numbers.of(one);
            if (number == null) {
                return CollectionFunctions.opaque(one, use);
            }
            known.add(number);
        }
        return known.stream().reduce(function).map(use::number).orElseGet(() -> use.refused("the list is empty"));
    }

    private static Datum parse(List<Datum> arguments, Use use) {
        String text = Texts.known(arguments.get(0));
        Integer radix = Numbers.whole(arguments.get(1));
        if (text == null || radix == null || text.length() > 200) {
            return use.unknown();
        }
        try {
            return use.number(new BigDecimal(new BigInteger(text, radix)));
        } catch (NumberFormatException notANumber) {
            return use.refused("parseint() finds no number");
        }
    }
}
