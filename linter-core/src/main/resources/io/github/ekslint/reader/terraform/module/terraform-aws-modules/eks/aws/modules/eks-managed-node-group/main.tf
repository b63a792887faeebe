# What module terraform-aws-modules/eks/aws//modules/eks-managed-node-group creates, written for ekslint after the module's
# documentation. Module eks gives all inputs of a group in one; who calls this one by itself gives them one by one.
# https://registry.terraform.io/modules/terraform-aws-modules/eks/aws/latest/submodules/eks-managed-node-group

variable "create" {
  default = true
}

variable "cluster_name" {
  default = null
}

variable "cluster_version" {
  default = null
}

variable "kubernetes_version" {
  default = null
}

variable "cluster_ip_family" {
  default = "ipv4"
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

variable "tags" {
  default = {}
}

variable "group" {
  default = null
}

variable "min_size" {
  default = 1
}

variable "max_size" {
  default = 3
}

variable "desired_size" {
  default = 1
}

variable "ami_id" {
  default = ""
}

variable "ami_type" {
  default = null
}

variable "ami_release_version" {
  default = null
}

variable "use_latest_ami_release_version" {
  default = null
}

variable "capacity_type" {
  default = "ON_DEMAND"
}

variable "disk_size" {
  default = null
}

variable "instance_types" {
  default = null
}

variable "labels" {
  default = null
}

variable "taints" {
  default = {}
}

variable "update_config" {
  default = { max_unavailable_percentage = 33 }
}

variable "node_repair_config" {
  default = null
}

variable "remote_access" {
  default = {}
}

variable "use_custom_launch_template" {
  default = true
}

variable "create_launch_template" {
  default = true
}

variable "launch_template_id" {
  default = ""
}

variable "launch_template_version" {
  default = null
}

variable "vpc_security_group_ids" {
  default = []
}

variable "block_device_mappings" {
  default = {}
}

variable "metadata_options" {
  default = null
}

variable "metadata_hop_limit_of_version" {
  default = null
}

variable "key_name" {
  default = null
}

variable "user_data_template_path" {
  default = ""
}

variable "pre_bootstrap_user_data" {
  default = ""
}

variable "enable_bootstrap_user_data" {
  default = false
}

variable "cloudinit_pre_nodeadm" {
  default = []
}

variable "create_iam_role" {
  default = true
}

variable "iam_role_arn" {
  default = null
}

variable "iam_role_attach_cni_policy" {
  default = true
}

variable "iam_role_additional_policies" {
  default = {}
}

data "aws_partition" "current" {}

locals {
  cluster_version = var.cluster_version != null ? var.cluster_version : var.kubernetes_version

  min_size       = try(coalesce(var.group.min_size), var.min_size)
  max_size       = try(coalesce(var.group.max_size), var.max_size)
  desired_size   = try(coalesce(var.group.desired_size), var.desired_size)
  ami_id         = try(coalesce(var.group.ami_id), var.ami_id)
  ami_type       = try(coalesce(var.group.ami_type), coalesce(var.ami_type), local.defaults.ami_type)
  custom         = try(coalesce(var.group.use_custom_launch_template), var.use_custom_launch_template)
  creates        = var.create && local.custom && try(coalesce(var.group.create_launch_template), var.create_launch_template)
  own_template   = try(coalesce(var.group.launch_template_id), var.launch_template_id)
  update_config  = try(coalesce(var.group.update_config), var.update_config)
  taints         = try(coalesce(var.group.taints), var.taints)
  remote_access  = try(coalesce(var.group.remote_access), var.remote_access)
  devices        = try(coalesce(var.group.block_device_mappings), var.block_device_mappings)
  metadata       = try(coalesce(var.group.metadata_options), coalesce(var.metadata_options), {})
  hop_limit      = try(coalesce(var.group.metadata_hop_limit_of_version), coalesce(var.metadata_hop_limit_of_version), local.defaults.metadata_hop_limit_of_version)
  create_role    = try(coalesce(var.group.create_iam_role), var.create_iam_role)
  more_policies  = try(coalesce(var.group.iam_role_additional_policies), var.iam_role_additional_policies)
  groups         = try(coalesce(var.group.vpc_security_group_ids), var.vpc_security_group_ids)
  attach_primary = var.group == null ? var.cluster_primary_security_group_id != null : try(coalesce(var.group.attach_cluster_primary_security_group), false)
  cni_policy     = try(coalesce(var.group.iam_role_attach_cni_policy), var.iam_role_attach_cni_policy)

  # what a node runs before it joins is not looked at; that there is something, is
  user_data = try(coalesce(var.group.enable_bootstrap_user_data), var.enable_bootstrap_user_data) || try(coalesce(var.group.pre_bootstrap_user_data), var.pre_bootstrap_user_data) != "" || try(coalesce(var.group.user_data_template_path), var.user_data_template_path) != "" || length(try(coalesce(var.group.cloudinit_pre_nodeadm), var.cloudinit_pre_nodeadm)) > 0
}

resource "aws_launch_template" "this" {
  count                  = local.creates ? 1 : 0
  image_id               = local.ami_id == "" ? null : local.ami_id
  key_name               = try(coalesce(var.group.key_name), var.key_name)
  user_data              = local.user_data ? templatefile("user data of ${var.name}", {}) : null
  vpc_security_group_ids = compact(concat([local.attach_primary ? var.cluster_primary_security_group_id : "", var.node_security_group_id], local.groups))

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

  metadata_options {
    http_endpoint               = try(coalesce(local.metadata.http_endpoint), "enabled")
    http_tokens                 = try(coalesce(local.metadata.http_tokens), "required")
    http_put_response_hop_limit = try(coalesce(local.metadata.http_put_response_hop_limit), local.hop_limit)
  }
}

resource "aws_eks_node_group" "this" {
  count           = var.create ? 1 : 0
  cluster_name    = var.cluster_name
  node_group_name = var.name
  node_role_arn   = local.create_role ? aws_iam_role.this[0].arn : try(coalesce(var.group.iam_role_arn), var.iam_role_arn)
  subnet_ids      = var.subnet_ids
  ami_type        = local.ami_id != "" ? null : local.ami_type
  release_version = local.ami_id != "" ? null : try(coalesce(var.group.ami_release_version), var.ami_release_version)
  version         = local.ami_id != "" ? null : local.cluster_version
  capacity_type   = try(coalesce(var.group.capacity_type), var.capacity_type)
  disk_size       = local.custom ? null : try(coalesce(var.group.disk_size), var.disk_size)
  instance_types  = try(coalesce(var.group.instance_types), var.instance_types)
  labels          = try(coalesce(var.group.labels), var.labels)
  tags            = var.tags

  scaling_config {
    min_size     = local.min_size
    max_size     = local.max_size
    desired_size = local.desired_size
  }

  dynamic "launch_template" {
    for_each = local.custom ? [1] : []
    content {
      id      = local.creates ? aws_launch_template.this[0].id : local.own_template
      version = local.creates ? aws_launch_template.this[0].default_version : try(coalesce(var.group.launch_template_version), var.launch_template_version)
    }
  }

  dynamic "remote_access" {
    for_each = try(local.remote_access.ec2_ssh_key, null) == null ? [] : [1]
    content {
      ec2_ssh_key               = local.remote_access.ec2_ssh_key
      source_security_group_ids = try(local.remote_access.source_security_group_ids, [])
    }
  }

  dynamic "taint" {
    for_each = local.taints
    content {
      key    = taint.value.key
      value  = try(taint.value.value, null)
      effect = taint.value.effect
    }
  }

  dynamic "update_config" {
    for_each = length(local.update_config) > 0 ? [local.update_config] : []
    content {
      max_unavailable            = try(update_config.value.max_unavailable, null)
      max_unavailable_percentage = try(update_config.value.max_unavailable_percentage, null)
    }
  }
}

resource "aws_iam_role" "this" {
  count = var.create && local.create_role ? 1 : 0

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["ec2.amazonaws.com"] } }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = toset(var.create && local.create_role ? concat(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly"], local.cni_policy ? ["AmazonEKS_CNI_Policy"] : []) : [])
  role       = aws_iam_role.this[0].name
  policy_arn = each.key == "AmazonEKS_CNI_Policy" && var.cluster_ip_family == "ipv6" ? "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/AmazonEKS_CNI_IPv6_Policy" : "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each   = { for k, v in try(tomap(local.more_policies), {}) : k => v if var.create && local.create_role }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

data "aws_caller_identity" "current" {}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "iam_role_name" {
  value = try(aws_iam_role.this[0].name, null)
}

output "node_group_id" {
  value = try(aws_eks_node_group.this[0].id, null)
}

output "launch_template_id" {
  value = try(aws_launch_template.this[0].id, null)
}
