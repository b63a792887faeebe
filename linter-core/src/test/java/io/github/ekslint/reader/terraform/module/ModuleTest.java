package io.github.ekslint.reader.terraform.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.source.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module makes: variables, instances, blocks, and the modules it calls. */
class ModuleTest {

    private static final String SUBNET =
            """
            resource "aws_subnet" "a" {
              cidr_block = var.x
            }
            """;

    private static String exists(TfResource resource) {
        return Modules.shown(resource.exists());
    }

    @Test
    void aDefaultIsAssumedAndWhatIsGivenStands() {
        Modules module = Modules.of("variable \"x\" {\n  default = \"10.0.0.0/24\"\n}\n" + SUBNET);
        Datum assumed = module.resources().get("aws_subnet.a").attributes().datum("cidr_block");
        assertThat(assumed).isInstanceOfSatisfying(Datum.Text.class, t -> {
            assertThat(t.provenance()).isEqualTo(Provenance.ASSUMED);
            assertThat(t.places()).extracting(Place::line).containsExactly(5, 2);
        });
        assertThat(module.given(Map.of("x", "10.1.0.0/24")).attribute("aws_subnet.a", "cidr_block"))
                .isEqualTo("10.1.0.0/24");
        assertThat(module.given(Map.of()).strict().attribute("aws_subnet.a", "cidr_block"))
                .isEqualTo("?");
    }

    @Test
    void filesWithValuesStandOverDefaultsTheLastOverTheFirst() {
        Modules module = Modules.of("variable \"x\" { default = 1 }\nvariable \"y\" { default = 1 }\n"
                        + "variable \"z\" { default = 1 }\nlocals {\n  all = [var.x, var.y, var.z]\n}\n")
                .with("terraform.tfvars", "x = 2\ny = 2\nz = 2\n")
                .with("a.auto.tfvars", "y = 3\n")
                .with("b.auto.tfvars.json", "{\"z\": 4}")
                .with("prod.tfvars", "x = 9\n");
        assertThat(module.eval("local.all")).isEqualTo("[2, 3, 4]");
    }

    @Test
    void tagsOfTheProviderAreOnEveryResourceAndItsOwnWin() {
        Modules module = Modules.of(
                """
                variable "team" {}
                provider "aws" {
                  default_tags {
                    tags = { "kubernetes.io/role/elb" = "1", team = var.team, tier = "none" }
                  }
                }
                resource "aws_subnet" "a" { tags = { tier = "public" } }
                resource "aws_subnet" "b" {}
                resource "aws_subnet" "c" {
                  provider = aws.other
                  tags     = { tier = "public" }
                }
                """);

        assertThat(module.attribute("aws_subnet.a", "tags_all"))
                .isEqualTo("{kubernetes.io/role/elb=1, team=?, tier=public}");
        assertThat(module.attribute("aws_subnet.b", "tags_all"))
                .isEqualTo("{kubernetes.io/role/elb=1, team=?, tier=none}");
        assertThat(module.resources().get("aws_subnet.c").attributes().has("tags_all"))
                .isFalse();
    }

    @Test
    void valuesOfTheCommandLineAreExpressionsWhereTheTypeIsNoText() {
        Modules module = Modules.of("variable \"l\" { type = list(string) }\nvariable \"s\" { type = string }\n")
                .given(Map.of("l", "[\"a\", \"b\"]", "s", "[1]"));
        assertThat(module.eval("var.l")).isEqualTo("[a, b]");
        assertThat(module.eval("var.s")).isEqualTo("[1]");
    }

    @Test
    void anOpenVariableOfFewValuesIsAChoice() {
        Modules module = Modules.of(
                """
                variable "public" { type = bool }
                variable "env" {
                  type = string
                  validation {
                    condition     = contains(["dev", "prod"], var.env)
                    error_message = "one of them"
                  }
                }
                """);
        assertThat(module.eval("var.public ? 1 : 2")).isEqualTo("public (true → 1 | false → 2)");
        assertThat(module.eval("\"x-${var.env}\"")).isEqualTo("env (dev → x-dev | prod → x-prod)");
        assertThat(module.eval("var.env == \"dev\" && var.env == \"prod\""))
                .isEqualTo("env (dev → false | prod → false)");
    }

    @Test
    void anUndecidedConditionIsAChoiceOfItsOwn() {
        Modules module = Modules.of("variable \"x\" { type = string }\n");
        assertThat(module.eval("var.x == \"a\" ? 1 : 2")).isEqualTo("(var.x == \"a\") (true → 1 | false → 2)");
        assertThat(module.eval("var.x == \"a\" ? 1 : 1")).isEqualTo("1");
    }

    @Test
    void countMakesInstancesAndTheirReferences() {
        Modules module = Modules.of(
                """
                resource "aws_subnet" "s" {
                  count      = 2
                  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
                }
                resource "aws_route_table" "none" {
                  count = 0
                }
                locals { blocks = aws_subnet.s[*].cidr_block }
                """);
        assertThat(module.resources()).containsOnlyKeys("aws_subnet.s[0]", "aws_subnet.s[1]");
        assertThat(module.eval("local.blocks")).isEqualTo("[10.0.0.0/24, 10.0.1.0/24]");
        assertThat(module.eval("aws_subnet.s[1].id")).isEqualTo("?");
        assertThat(module.eval("aws_subnet.s[2].id")).isEqualTo("error");
        assertThat(module.eval("length(aws_route_table.none)")).isEqualTo("0");
        assertThat(module.value("aws_subnet.s[1].id"))
                .isInstanceOfSatisfying(Datum.Text.class, t -> assertThat(t.target())
                        .isNotNull()
                        .extracting(x -> x.key())
                        .isEqualTo("Subnet/aws_subnet.s[1]"));
    }

    @Test
    void aCountThatDependsOnAnOpenInputMakesInstancesThatMayExist() {
        Map<String, TfResource> resources = Modules.of(
                        """
                variable "on" { type = bool }
                variable "n" { type = number }
                resource "aws_nat_gateway" "a" { count = var.on ? 1 : 0 }
                resource "aws_subnet" "b" { count = var.n }
                """)
                .resources();
        assertThat(exists(resources.get("aws_nat_gateway.a[0]"))).isEqualTo("on (true → true | false → false)");
        assertThat(exists(resources.get("aws_subnet.b[*]"))).isEqualTo("?");
    }

    @Test
    void forEachMakesInstancesOfMapsAndSets() {
        Modules module = Modules.of(
                """
                resource "aws_subnet" "m" {
                  for_each          = { b = "eu-west-1b", a = "eu-west-1a" }
                  availability_zone = each.value
                  tags              = { Name = each.key }
                }
                resource "aws_eip" "s" {
                  for_each = toset(["x"])
                  domain   = each.value
                }
                locals { zones = [for k, s in aws_subnet.m : "${k}=${s.availability_zone}"] }
                """);
        assertThat(module.resources())
                .containsOnlyKeys("aws_subnet.m[\"a\"]", "aws_subnet.m[\"b\"]", "aws_eip.s[\"x\"]");
        assertThat(module.attribute("aws_subnet.m[\"b\"]", "tags")).isEqualTo("{Name=b}");
        assertThat(module.attribute("aws_eip.s[\"x\"]", "domain")).isEqualTo("x");
        assertThat(module.eval("local.zones")).isEqualTo("[a=eu-west-1a, b=eu-west-1b]");
        assertThat(module.eval("aws_subnet.m[\"a\"].availability_zone")).isEqualTo("eu-west-1a");
    }

    @Test
    void dynamicBlocksAreMadeAndJoinThoseThatAreWritten() {
        Modules module = Modules.of(
                """
                variable "more" { type = list(number) }
                resource "aws_security_group" "g" {
                  ingress { from_port = 1 }
                  dynamic "ingress" {
                    for_each = [2, 3]
                    iterator = port
                    content { from_port = port.value + port.key }
                  }
                  dynamic "egress" {
                    for_each = var.more
                    content { from_port = egress.value }
                  }
                }
                """);
        assertThat(module.attribute("aws_security_group.g", "ingress"))
                .isEqualTo("[{from_port=1}, {from_port=2}, {from_port=4}]");
        assertThat(module.attribute("aws_security_group.g", "egress")).isEqualTo("[...]");
    }

    @Test
    void whatTheProviderComputesInABlockNamesTheResource() {
        Modules module = Modules.of(
                """
                resource "aws_eks_cluster" "c" {
                  name = "c"
                  vpc_config { subnet_ids = [] }
                }
                """);
        assertThat(module.value("aws_eks_cluster.c.vpc_config[0].cluster_security_group_id"))
                .isInstanceOfSatisfying(Datum.Text.class, t -> assertThat(t.target())
                        .isNotNull()
                        .extracting(x -> x.fact())
                        .isEqualTo("SecurityGroup/aws_eks_cluster.c.cluster_security_group_id"));
    }

    @Test
    void localModulesAreFollowedWithTheirInputsAndOutputs() {
        Modules module = Modules.of(
                        """
                module "net" {
                  source   = "./modules/net"
                  for_each = toset(["a", "b"])
                  blocks   = ["10.0.0.0/24"]
                  options  = { zone = each.key }
                }
                locals { ids = [for k, m in module.net : m.zone] }
                """)
                .with(
                        "modules/net/main.tf",
                        """
                variable "blocks" { type = list(string) }
                variable "options" {
                  type = object({ zone = string, public = optional(bool, false) })
                }
                resource "aws_subnet" "s" {
                  count                   = length(var.blocks)
                  cidr_block              = var.blocks[count.index]
                  availability_zone       = var.options.zone
                  map_public_ip_on_launch = var.options.public
                }
                output "zone" { value = one(aws_subnet.s[*].availability_zone) }
                """);
        String address = "module.net[\"a\"].aws_subnet.s[0]";
        assertThat(module.attribute(address, "availability_zone")).isEqualTo("a");
        assertThat(module.attribute(address, "map_public_ip_on_launch")).isEqualTo("false");
        assertThat(module.eval("local.ids")).isEqualTo("[a, b]");
        assertThat(module.eval("module.net[\"a\"].none")).isEqualTo("error");
        assertThat(module.read().roots()).isEmpty();
    }

    @Test
    void aDefaultOfAModuleThatIsCalledIsNoAssumption() {
        Modules module = Modules.of("module \"m\" { source = \"./m\" }\n")
                .with(
                        "m/main.tf",
                        "variable \"x\" { default = \"1\" }\nresource \"aws_eip\" \"e\" { domain = var.x }\n");
        assertThat(module.resources().get("module.m.aws_eip.e").attributes().datum("domain"))
                .isInstanceOfSatisfying(
                        Datum.Text.class, t -> assertThat(t.provenance()).isEqualTo(Provenance.EXPLICIT));
    }

    @Test
    void aModuleWhoseSourceIsNotThereGivesWhatIsNotKnownButComparable() {
        Modules module = Modules.of("module \"m\" { source = \"example.com/net/aws\" }\n");
        assertThat(module.eval("module.m.vpc_id == module.m.vpc_id")).isEqualTo("true");
        assertThat(module.eval("module.m.vpc_id == module.m.other")).isEqualTo("?");
    }

    @Test
    void installedModulesStandOverWhatIsKnownOfThem() {
        Modules module = Modules.of(
                        """
                module "vpc" {
                  source  = "terraform-aws-modules/vpc/aws"
                  version = "5.1.0"
                }
                """)
                .with(
                        ".terraform/modules/modules.json",
                        """
                {"Modules":[{"Key":"","Source":"","Dir":"."},
                 {"Key":"vpc","Source":"registry.terraform.io/terraform-aws-modules/vpc/aws","Dir":".terraform/modules/vpc"}]}
                """)
                .with(
                        ".terraform/modules/vpc/main.tf",
                        "resource \"aws_vpc\" \"mine\" { cidr_block = \"10.7.0.0/16\" }\n");
        assertThat(module.resources()).containsOnlyKeys("module.vpc.aws_vpc.mine");
    }

    @Test
    void overrideFilesStandOverOthers() {
        Modules module = Modules.of(
                        "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n  tags = { a = 1 }\n}\n")
                .with("z_override.tf", "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.1.0.0/16\"\n}\n");
        assertThat(module.attribute("aws_vpc.v", "cidr_block")).isEqualTo("10.1.0.0/16");
        assertThat(module.attribute("aws_vpc.v", "tags")).isEqualTo("{a=1}");
    }

    @Test
    void jsonSyntaxIsReadLikeNativeSyntax() {
        Modules module = new Modules()
                .with(
                        "main.tf.json",
                        """
                {
                  "variable": { "n": { "type": "number", "default": 2 } },
                  "locals": { "name": "shop" },
                  "resource": {
                    "aws_subnet": { "s": {
                      "count": "${var.n}",
                      "cidr_block": "${cidrsubnet(\\"10.0.0.0/16\\", 8, count.index)}",
                      "tags": { "Name": "${local.name}-${count.index}" }
                    } },
                    "aws_eks_cluster": { "c": { "vpc_config": { "subnet_ids": "${aws_subnet.s[*].id}" } } }
                  }
                }
                """);
        assertThat(module.attribute("aws_subnet.s[1]", "cidr_block")).isEqualTo("10.0.1.0/24");
        assertThat(module.attribute("aws_subnet.s[1]", "tags")).isEqualTo("{Name=shop-1}");
        assertThat(module.attribute("aws_eks_cluster.c", "vpc_config")).isEqualTo("{subnet_ids=[?, ?]}");
    }

    @Test
    void theRegionIsThatOfTheProviderThatIsMeant() {
        Modules module = Modules.of(
                        """
                provider "aws" { region = "eu-west-1" }
                provider "aws" {
                  alias  = "other"
                  region = "us-east-1"
                }
                data "aws_region" "now" {}
                data "aws_partition" "now" {}
                resource "aws_vpc" "a" {}
                resource "aws_vpc" "b" { provider = aws.other }
                resource "aws_vpc" "c" { region = "eu-north-1" }
                module "m" {
                  source    = "./m"
                  providers = { aws = aws.other }
                }
                """)
                .with("m/main.tf", "resource \"aws_vpc\" \"d\" {}\n");
        Map<String, TfResource> resources = module.resources();
        assertThat(Modules.shown(resources.get("aws_vpc.a").region())).isEqualTo("eu-west-1");
        assertThat(Modules.shown(resources.get("aws_vpc.b").region())).isEqualTo("us-east-1");
        assertThat(Modules.shown(resources.get("aws_vpc.c").region())).isEqualTo("eu-north-1");
        assertThat(Modules.shown(resources.get("module.m.aws_vpc.d").region())).isEqualTo("us-east-1");
        assertThat(module.eval("data.aws_region.now.name")).isEqualTo("eu-west-1");
        assertThat(module.eval("data.aws_partition.now.partition")).isEqualTo("aws");
    }

    @Test
    void whatDependsOnItselfEndsUnresolved() {
        Modules module = Modules.of(
                        """
                locals {
                  a = local.b
                  b = [local.a]
                }
                resource "aws_eip" "e" { count = length(aws_eip.e) }
                module "m" { source = "./m" }
                """)
                .with("m/main.tf", "module \"n\" { source = \"../m\" }\nresource \"aws_vpc\" \"v\" {}\n");
        assertThat(module.eval("local.a")).isEqualTo("[?]");
        assertThat(module.resources()).containsKey("aws_eip.e[*]").hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flatten([for x in local.l%1$d : local.l%1$d])",
                "[for x in local.l%1$d : local.l%1$d]",
                "concat(local.l%1$d, local.l%1$d, local.l%1$d, local.l%1$d)",
                "[local.l%1$d, local.l%1$d, local.l%1$d, local.l%1$d]"
            })
    void valuesThatExplodeEndInTime(String growing) {
        StringBuilder text = new StringBuilder("locals {\n  l0 = [\"a\", \"b\", \"c\", \"d\"]\n");
        for (int i = 1; i < 40; i++) {
            text.append("  l%d = %s\n".formatted(i, growing.formatted(i - 1)));
        }
        Modules module = Modules.of(text + "}\n");
        assertThat(module.eval("length(local.l39)")).isNotNull();
        assertThat(module.eval("local.l39 == local.l38")).isNotEqualTo("true");
        assertThat(module.eval("upper(local.l39)")).isIn("?", "error");
        assertThat(module.eval("length(jsonencode(local.l39))")).isNotNull();
        assertThat(module.eval("length(flatten(local.l39))")).isIn("?", "4");
    }

    @Test
    void dynamicBlocksInJsonAreMadeForEachElement() {
        Modules module = Modules.of("")
                .with(
                        "more.tf.json",
                        """
                        {"variable": {"ports": {"default": [443, 8443]}},
                         "resource": {"aws_security_group": {"a": {"dynamic": {"ingress": [
                           {"for_each": "${var.ports}", "iterator": "port", "content": {"from_port": "${port.value}"}},
                           {"for_each": ["x"], "content": {"description": "${ingress.value}"}}]}}}}}
                        """);

        assertThat(module.attribute("aws_security_group.a", "ingress"))
                .isEqualTo("[{from_port=443}, {from_port=8443}, {description=x}]");
    }

    @Test
    void anEmptyTextIsHowModulesWriteThatNothingIsSet() {
        Modules module = Modules.of(
                """
                resource "aws_launch_template" "t" {
                  image_id = ""
                  tags     = { empty = "" }
                  network_interfaces {
                    subnet_id = ""
                  }
                }
                """);
        assertThat(module.attribute("aws_launch_template.t", "image_id")).isEqualTo("null");
        assertThat(module.attribute("aws_launch_template.t", "tags")).isEqualTo("{empty=}");
        assertThat(module.resources()
                        .get("aws_launch_template.t")
                        .attributes()
                        .block("network_interfaces")
                        .has("subnet_id"))
                .isFalse();
    }

    @Test
    void whatADataSourceFindsIsNotEmpty() {
        Modules module = Modules.of(
                """
                data "aws_ami" "nodes" {
                  owners = ["amazon"]
                }
                resource "aws_eks_node_group" "g" {
                  ami_type = data.aws_ami.nodes.image_id != "" ? null : "AL2_x86_64"
                }
                """);
        assertThat(module.attribute("aws_eks_node_group.g", "ami_type")).isEqualTo("null");
    }
}
