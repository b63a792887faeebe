package io.github.ekslint.reader.terraform.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions give, as the pages of Terraform's documentation say. */
class FunctionsTest {

    private static final Modules OPEN = Modules.of(
            """
            variable "text" { type = string }
            variable "list" { type = list(string) }
            variable "any" {}
            data "aws_availability_zones" "z" {}
            resource "aws_vpc" "v" {}
            resource "aws_subnet" "s" { count = 2 }
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
            cidrsubnet("172.16.0.0/12", 4, 2) ~ 172.18.0.0/16
            cidrsubnet("10.1.2.0/24", 4, 15) ~ 10.1.2.240/28
            cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162) ~ fd00:fd12:3456:7800:a200::/72
            cidrsubnet("10.0.0.0/16", 20, 0) ~ error
            cidrsubnet("10.0.0.0/16", 2, 4) ~ error
            cidrsubnet("nonsense", 2, 4) ~ error
            cidrsubnets("10.1.0.0/16", 4, 4, 8, 4) ~ [10.1.0.0/20, 10.1.16.0/20, 10.1.32.0/24, 10.1.48.0/20]
            cidrsubnets("10.0.0.0/31", 1, 1, 1) ~ error
            [for c in cidrsubnets("10.1.0.0/16", 8, 8) : c] ~ [10.1.0.0/24, 10.1.1.0/24]
            cidrhost("10.12.112.0/20", 16) ~ 10.12.112.16
            cidrhost("10.12.112.0/20", 268) ~ 10.12.113.12
            cidrhost("10.12.112.0/20", -1) ~ 10.12.127.255
            cidrhost("fd00:fd12:3456:7890:00a2::/72", 34) ~ fd00:fd12:3456:7890::22
            cidrhost("10.0.0.0/30", 4) ~ error
            "1" == 1 ~ false
            "1" != 1 ~ true
            "true" == true ~ false
            length(["a"]) == 1 ~ true
            tostring(1) == "1" ~ true
            tonumber("1") == "1" ~ false
            1 == 1.0 ~ true
            (true ? "1" : "2") == 1 ~ false
            cidrnetmask("172.16.0.0/12") ~ 255.240.0.0
            slice(["a", "b", "c", "d"], 1, 3) ~ [b, c]
            slice(["a"], 0, 2) ~ error
            element(["a", "b", "c"], 4) ~ b
            element(["a", "b", "c"], -1) ~ c
            element([], 0) ~ error
            length([1, 2]) ~ 2
            length({ a = 1 }) ~ 1
            length("hello") ~ 5
            range(3) ~ [0, 1, 2]
            range(1, 4) ~ [1, 2, 3]
            range(1, 8, 2) ~ [1, 3, 5, 7]
            range(4, 1) ~ [4, 3, 2]
            concat(["a"], ["b", "c"], []) ~ [a, b, c]
            flatten([["a", "b"], [], ["c", ["d"]]]) ~ [a, b, c, d]
            merge({ a = 1, b = 2 }, { b = 3 }, null) ~ {a=1, b=3}
            lookup({ a = "x" }, "a", "y") ~ x
            lookup({ a = "x" }, "b", "y") ~ y
            lookup({ a = "x" }, "b") ~ error
            try(local.none, "d") ~ d
            try({ a = 1 }.b, { a = 1 }.a) ~ 1
            try(tonumber("x"), 7) ~ 7
            can(tonumber("x")) ~ false
            can(1) ~ true
            coalesce("", null, "c") ~ c
            coalesce("", null) ~ error
            coalescelist([], ["a"]) ~ [a]
            toset(["b", "a", "b"]) ~ [a, b]
            tolist(["b"]) ~ [b]
            tomap({ a = 1 }) ~ {a=1}
            keys({ b = 1, a = 2 }) ~ [a, b]
            values({ b = 1, a = 2 }) ~ [2, 1]
            zipmap(["a", "b"], [1, 2]) ~ {a=1, b=2}
            zipmap(["a"], []) ~ error
            format("%s-%03d%%", "a", 7) ~ a-007%
            format("%[2]s %[1]s", "a", "b") ~ b a
            format("%5s|%-5s|", "ab", "ab") ~ `   ab|ab   |`
            format("%q %x %v %t", "a", 255, 1.50, true) ~ "a" ff 1.5 true
            formatlist("%s.%s", ["a", "b"], "c") ~ [a.c, b.c]
            join(", ", ["a", "b"]) ~ a, b
            split(",", "a,b,,c") ~ [a, b, , c]
            replace("1 + 2 + 3", "+", "-") ~ 1 - 2 - 3
            replace("hello world", "/w.*d/", "everybody") ~ hello everybody
            lower("HELLO") ~ hello
            upper("hello") ~ HELLO
            title("hello world") ~ Hello World
            trimspace("  a  ") ~ a
            trim("?!a?!", "!?") ~ a
            trimprefix("helloworld", "hello") ~ world
            trimsuffix("helloworld", "world") ~ hello
            startswith("hello", "he") ~ true
            map("a", 1, "b", 2) ~ {a=1, b=2}
            map("a") ~ error
            endswith("hello", "he") ~ false
            strcontains("hello", "ell") ~ true
            substr("hello world", 1, 4) ~ ello
            substr("hello world", -5, -1) ~ world
            chomp("a") ~ a
            strrev("abc") ~ cba
            index(["a", "b"], "b") ~ 1
            index(["a"], "b") ~ error
            contains(["a", "b"], "b") ~ true
            contains(["a"], "b") ~ false
            distinct(["a", "b", "a"]) ~ [a, b]
            compact(["a", "", null, "b"]) ~ [a, b]
            sort(["e", "d", "x"]) ~ [d, e, x]
            reverse([1, 2, 3]) ~ [3, 2, 1]
            setunion(["a", "b"], ["b", "c"]) ~ [a, b, c]
            setintersection(["a", "b"], ["b", "c"]) ~ [b]
            setsubtract(["a", "b"], ["b"]) ~ [a]
            setproduct(["a", "b"], [1, 2]) ~ [[a, 1], [a, 2], [b, 1], [b, 2]]
            chunklist(["a", "b", "c"], 2) ~ [[a, b], [c]]
            one([]) ~ null
            one(["a"]) ~ a
            one(["a", "b"]) ~ error
            sum([10, 13, 6, 4.5]) ~ 33.5
            min(12, 54, 3) ~ 3
            max(12, 54, 3) ~ 54
            max([1, 2]...) ~ 2
            ceil(5.1) ~ 6
            floor(4.9) ~ 4
            abs(-12.4) ~ 12.4
            signum(-13) ~ -1
            parseint("FF", 16) ~ 255
            tonumber("1.30") ~ 1.3
            tostring(true) ~ true
            tobool("true") ~ true
            matchkeys(["i-1", "i-2"], ["a", "b"], ["b"]) ~ [i-2]
            transpose({ a = ["1", "2"], b = ["2"] }) ~ {1=[a], 2=[a, b]}
            alltrue([true, false]) ~ false
            anytrue([true, false]) ~ true
            regex("[a-z]+", "53453453.345345aaabbbccc23454") ~ aaabbbccc
            regex("(\\\\d)(\\\\d)", "a12") ~ [1, 2]
            regex("^(?P<scheme>[^:]+):", "https://x") ~ {scheme=https}
            regexall("[a-z]+", "1234abcd5678efgh9") ~ [abcd, efgh]
            can(regex("[0-9]", "a")) ~ false
            jsonencode({ hello = "world", n = [1, true, null] }) ~ {"hello":"world","n":[1,true,null]}
            jsondecode("{\\"hello\\": [\\"world\\"]}") ~ {hello=[world]}
            yamldecode("a: 1\\nb: [x]") ~ {a=1, b=[x]}
            base64encode("Hello World") ~ SGVsbG8gV29ybGQ=
            base64decode("SGVsbG8gV29ybGQ=") ~ Hello World
            basename("foo/bar/baz.txt") ~ baz.txt
            dirname("foo/bar/baz.txt") ~ foo/bar
            sensitive("a") ~ a
            """)
    void aFunctionGivesWhatTerraformDocuments(String expression, String result) {
        assertThat(OPEN.eval(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
            file("x.txt") ~ ?
            templatefile("x.tpl", {}) ~ ?
            timestamp() ~ ?
            provider::aws::arn_parse("x") ~ ?
            upper(var.text) ~ ?
            length(var.list) ~ ?
            length(data.aws_availability_zones.z.names) ~ ?
            concat(["a"], var.list) ~ [a, ...]
            flatten([["a"], var.any]) ~ [a, ...]
            merge({ a = 1 }, var.any) ~ {a=?, ...}
            merge(var.any, { a = 1 }) ~ {a=1, ...}
            lookup({}, var.text, "d") ~ d
            lookup({ a = 1 }, var.text, "d") ~ ?
            coalesce(var.any, "b") ~ ?
            coalesce(aws_vpc.v.id, "b") ~ ?
            compact([aws_vpc.v.id, ""]) ~ [?]
            compact([var.text]) ~ [...]
            contains(["a", var.text], "a") ~ true
            contains([var.text], "a") ~ ?
            distinct(aws_subnet.s[*].id) ~ [?, ?]
            toset(aws_subnet.s[*].id) ~ [?, ?]
            distinct([var.text, "a"]) ~ ...
            join("-", ["a", var.text]) ~ a-?
            split(",", var.text) ~ ...
            "${var.text}/16" ~ ?/16
            slice(data.aws_availability_zones.z.names, 0, 2) ~ [?, ?]
            cidrsubnet(var.text, 8, 1) ~ ?
            [for s in aws_subnet.s : s.id] ~ [?, ?]
            [for n in var.list : upper(n)] ~ ...
            { for n in var.list : n => 1 } ~ ?
            tolist(var.any) ~ ...
            jsonencode({ a = var.text }) ~ {"a":"?"}
            try(var.any.x, "d") ~ ?
            range(10000) ~ ...
            """)
    void whatIsNotKnownStaysSo(String expression, String result) {
        assertThat(OPEN.eval(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
            data.aws_availability_zones.z.names[0] == data.aws_availability_zones.z.names[0] ~ true
            data.aws_availability_zones.z.names[0] == data.aws_availability_zones.z.names[1] ~ false
            slice(data.aws_availability_zones.z.names, 1, 3)[0] == data.aws_availability_zones.z.names[1] ~ true
            element(data.aws_availability_zones.z.names, 3) == data.aws_availability_zones.z.names[0] ~ ?
            cidrsubnet(var.text, 4, 0) == cidrsubnet(var.text, 4, 1) ~ false
            cidrsubnet(var.text, 4, 0) == cidrsubnet(var.text, 4, 0) ~ true
            aws_subnet.s[0].id == aws_subnet.s[1].id ~ false
            aws_subnet.s[0].id == aws_subnet.s[0].id ~ true
            aws_vpc.v.id == null ~ false
            aws_vpc.v.id == "" ~ false
            var.any == null ~ ?
            lower(var.text) == lower(var.text) ~ true
            lower(var.text) == upper(var.text) ~ ?
            """)
    void identityIsThreeValued(String expression, String result) {
        assertThat(OPEN.eval(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(x|x|x|x)*y", "(.*)*(.*)*(.*)*="})
    void aHostileExpressionEndsUnresolved(String expression) {
        String subject = "a".repeat(60) + "!" + "x".repeat(60);
        assertThat(OPEN.eval("regex(\"%s\", \"%s\")".formatted(expression, subject)))
                .isIn("?", "error");
    }

    @Test
    void aNumberIsShownAsTerraformShowsIt() {
        assertThat(OPEN.eval("\"${1.30}\"")).isEqualTo("1.3");
        assertThat(OPEN.eval("1e3")).isEqualTo("1000");
        assertThat(OPEN.eval("10 / 4")).isEqualTo("2.5");
        assertThat(OPEN.eval("7 % 4 - -2 * 3")).isEqualTo("9");
        assertThat(OPEN.eval("1e999999999")).isEqualTo("?");
        assertThat(OPEN.eval("1 / 0")).isEqualTo("error");
    }

    @Test
    void logicIsThreeValued() {
        Modules open = Modules.of("variable \"x\" {}");
        assertThat(open.eval("false && var.x")).isEqualTo("false");
        assertThat(open.eval("var.x || true")).isEqualTo("true");
        assertThat(open.eval("var.x && true")).isEqualTo("?");
        assertThat(open.eval("!var.x")).isEqualTo("?");
        assertThat(open.eval("[1, 2] == [1, 2] && { a = 1 } != { a = 2 } && 1 < 2 && 2 >= 2"))
                .isEqualTo("true");
    }
}
