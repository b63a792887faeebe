# What module terraform-aws-modules/eks/aws//modules/self-managed-node-group creates, written for ekslint after the module's
# documentation. Module eks gives all inputs of a group in one; who calls this one by itself gives them one by one.
# https://registry.terraform.io/modules/terraform-aws-modules/eks/aws

variable "create" {
  default = true
}

variable "cluster_name" {
  default = null
}

variable "cluster_version" {
  default = null
}

variable "cluster_primary_security_group_id" {
  default = null
}

variable "node_security_group_id" {
  default = null
}

variable "name" {
  default = ""
}

variable "subnet_ids" {
  default = null
}

variable "group" {
  default = null
}

variable "use_mixed_instances_policy" {
  default = null
}

variable "mixed_instances_policy" {
  default = null
}

variable "vpc_security_group_ids" {
  default = []
}

variable "kubernetes_version" {
  default = null
}

variable "min_size" {
  default = null
}

variable "max_size" {
  default = null
}

variable "desired_size" {
  default = null
}

variable "ami_id" {
  default = null
}

variable "ami_type" {
  default = null
}

variable "platform" {
  default = null
}

variable "instance_type" {
  default = null
}

variable "key_name" {
  default = null
}

variable "user_data_template_path" {
  default = null
}

variable "block_device_mappings" {
  default = null
}

variable "metadata_options" {
  default = null
}

variable "create_iam_instance_profile" {
  default = null
}

variable "iam_instance_profile_arn" {
  default = null
}

variable "iam_role_attach_cni_policy" {
  default = null
}

variable "iam_role_additional_policies" {
  default = null
}

variable "tags" {
  default = {}
}

data "aws_partition" "current" {}

locals {
  # who calls this module by itself names the groups of the instances; module eks says which of its own are attached
  group = var.group != null ? var.group : merge(local.defaults, {
    attach_cluster_primary_security_group = var.cluster_primary_security_group_id != null
    use_mixed_instances_policy            = var.use_mixed_instances_policy
    mixed_instances_policy                = var.mixed_instances_policy
    vpc_security_group_ids                = var.vpc_security_group_ids
    min_size                              = var.min_size
    max_size                              = var.max_size
    desired_size                          = var.desired_size
    ami_id                                = var.ami_id
    ami_type                              = try(coalesce(var.ami_type), local.defaults.ami_type)
    platform                              = var.platform
    instance_type                         = var.instance_type
    key_name                              = var.key_name
    user_data_template_path               = var.user_data_template_path
    block_device_mappings                 = var.block_device_mappings
    metadata_options                      = var.metadata_options
    create_iam_instance_profile           = var.create_iam_instance_profile
    iam_instance_profile_arn              = var.iam_instance_profile_arn
    iam_role_attach_cni_policy            = var.iam_role_attach_cni_policy
    iam_role_additional_policies          = var.iam_role_additional_policies
  })

  version  = var.cluster_version != null ? var.cluster_version : var.kubernetes_version
  ami_type = try(coalesce(local.group.ami_type), try(local.group.platform, "linux") == "bottlerocket" ? "BOTTLEROCKET_x86_64" : "AL2_x86_64")

  # https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
  parameter = lookup({
    AL2_x86_64             = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2/recommended/image_id"
    AL2_x86_64_GPU         = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2-gpu/recommended/image_id"
    AL2_ARM_64             = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2-arm64/recommended/image_id"
    AL2023_x86_64_STANDARD = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2023/x86_64/standard/recommended/image_id"
    AL2023_ARM_64_STANDARD = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2023/arm64/standard/recommended/image_id"
    AL2023_x86_64_NVIDIA   = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2023/x86_64/nvidia/recommended/image_id"
    AL2023_x86_64_NEURON   = "/aws/service/eks/optimized-ami/${local.version}/amazon-linux-2023/x86_64/neuron/recommended/image_id"
    BOTTLEROCKET_x86_64    = "/aws/service/bottlerocket/aws-k8s-${local.version}/x86_64/latest/image_id"
    BOTTLEROCKET_ARM_64    = "/aws/service/bottlerocket/aws-k8s-${local.version}/arm64/latest/image_id"
  }, local.ami_type, "image of ${local.ami_type}")

  mixed       = try(coalesce(local.group.use_mixed_instances_policy), false)
  create_role = try(coalesce(local.group.create_iam_instance_profile), true)
  metadata    = try(coalesce(local.group.metadata_options), {})
  devices     = try(coalesce(local.group.block_device_mappings), {})
}

# the image of a group that names none follows its kind and the version of the cluster
data "aws_ssm_parameter" "ami" {
  count = var.create ? 1 : 0
  name  = local.parameter
}

resource "aws_launch_template" "this" {
  count                  = var.create ? 1 : 0
  image_id               = try(coalesce(local.group.ami_id), data.aws_ssm_parameter.ami[0].value)
  instance_type          = try(coalesce(local.group.instance_type), null)
  key_name               = try(local.group.key_name, null)
  user_data              = templatefile("user data of ${var.name}", {})
  vpc_security_group_ids = compact(concat([try(coalesce(local.group.attach_cluster_primary_security_group), false) ? var.cluster_primary_security_group_id : "", var.node_security_group_id], try(coalesce(local.group.vpc_security_group_ids), [])))

  dynamic "block_device_mappings" {
    for_each = local.devices
    content {
      device_name = try(block_device_mappings.value.device_name, null)
      dynamic "ebs" {
        for_each = flatten([try(coalesce(block_device_mappings.value.ebs), [])])
        content {
          encrypted   = try(ebs.value.encrypted, null)
          kms_key_id  = try(ebs.value.kms_key_id, null)
          volume_size = try(ebs.value.volume_size, null)
          volume_type = try(ebs.value.volume_type, null)
        }
      }
    }
  }

  iam_instance_profile {
    arn = local.create_role ? aws_iam_instance_profile.this[0].arn : try(local.group.iam_instance_profile_arn, null)
  }

  metadata_options {
    http_endpoint               = try(coalesce(local.metadata.http_endpoint), "enabled")
    http_tokens                 = try(coalesce(local.metadata.http_tokens), "required")
    http_put_response_hop_limit = try(coalesce(local.metadata.http_put_response_hop_limit), coalesce(local.group.metadata_hop_limit_of_version), 2)
  }
}

resource "aws_autoscaling_group" "this" {
  count               = var.create ? 1 : 0
  name_prefix         = "${var.name}-"
  min_size            = try(coalesce(local.group.min_size), 0)
  max_size            = try(coalesce(local.group.max_size), 3)
  desired_capacity    = try(coalesce(local.group.desired_size), 1)
  vpc_zone_identifier = var.subnet_ids

  dynamic "launch_template" {
    for_each = local.mixed ? [] : [1]
    content {
      id      = aws_launch_template.this[0].id
      version = "$Latest"
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = local.mixed ? [local.group.mixed_instances_policy] : []
    content {
      dynamic "instances_distribution" {
        for_each = try([coalesce(mixed_instances_policy.value.instances_distribution)], [])
        content {
          on_demand_base_capacity                  = try(instances_distribution.value.on_demand_base_capacity, null)
          on_demand_percentage_above_base_capacity = try(instances_distribution.value.on_demand_percentage_above_base_capacity, null)
          spot_allocation_strategy                 = try(instances_distribution.value.spot_allocation_strategy, null)
        }
      }
      launch_template {
        launch_template_specification {
          launch_template_id = aws_launch_template.this[0].id
          version            = "$Latest"
        }
        dynamic "override" {
          for_each = try(coalesce(mixed_instances_policy.value.launch_template.override), coalesce(mixed_instances_policy.value.override), [])
          content {
            instance_type = try(override.value.instance_type, null)
          }
        }
      }
    }
  }

  tag {
    key                 = "Name"
    value               = var.name
    propagate_at_launch = true
  }

  tag {
    key                 = "kubernetes.io/cluster/${var.cluster_name}"
    value               = "owned"
    propagate_at_launch = true
  }
}

resource "aws_iam_instance_profile" "this" {
  count = var.create && local.create_role ? 1 : 0
  role  = aws_iam_role.this[0].name
}

resource "aws_iam_role" "this" {
  count = var.create && local.create_role ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["ec2.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = toset(var.create && local.create_role ? concat(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly"], try(coalesce(local.group.iam_role_attach_cni_policy), true) ? ["AmazonEKS_CNI_Policy"] : []) : [])
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each   = { for k, v in try(tomap(local.group.iam_role_additional_policies), {}) : k => v if var.create && local.create_role }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "autoscaling_group_name" {
  value = try(aws_autoscaling_group.this[0].name, null)
}
