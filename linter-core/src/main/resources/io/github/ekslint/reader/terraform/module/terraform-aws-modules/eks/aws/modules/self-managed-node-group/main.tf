# What module terraform-aws-modules/eks/aws//modules/self-managed-node-group creates, written for ekslint after the module's
# documentation, for a call by module eks. https://registry.terraform.io/modules/terraform-aws-modules/eks/aws

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
  default = {}
}

variable "tags" {
  default = {}
}

data "aws_partition" "current" {}

locals {
  create_role = try(coalesce(var.group.create_iam_instance_profile), true)
  metadata    = try(coalesce(var.group.metadata_options), {})
  devices     = try(coalesce(var.group.block_device_mappings), {})
}

# the image of a group that names none follows its platform and the version of the cluster
data "aws_ami" "eks_default" {
  count = var.create ? 1 : 0
  name  = "${try(coalesce(var.group.ami_type), "default")} of ${var.name}"
}

resource "aws_launch_template" "this" {
  count                  = var.create ? 1 : 0
  image_id               = try(coalesce(var.group.ami_id), data.aws_ami.eks_default[0].image_id)
  instance_type          = try(coalesce(var.group.instance_type), null)
  key_name               = try(var.group.key_name, null)
  user_data              = templatefile("user data of ${var.name}", {})
  vpc_security_group_ids = compact(concat([try(coalesce(var.group.attach_cluster_primary_security_group), false) ? var.cluster_primary_security_group_id : "", var.node_security_group_id], try(coalesce(var.group.vpc_security_group_ids), [])))

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
    arn = local.create_role ? aws_iam_instance_profile.this[0].arn : try(var.group.iam_instance_profile_arn, null)
  }

  metadata_options {
    http_endpoint               = try(coalesce(local.metadata.http_endpoint), "enabled")
    http_tokens                 = try(coalesce(local.metadata.http_tokens), "required")
    http_put_response_hop_limit = try(coalesce(local.metadata.http_put_response_hop_limit), coalesce(var.group.metadata_hop_limit_of_version), 2)
  }
}

resource "aws_autoscaling_group" "this" {
  count               = var.create ? 1 : 0
  name_prefix         = "${var.name}-"
  min_size            = try(coalesce(var.group.min_size), 0)
  max_size            = try(coalesce(var.group.max_size), 3)
  desired_capacity    = try(coalesce(var.group.desired_size), 1)
  vpc_zone_identifier = var.subnet_ids

  launch_template {
    id      = aws_launch_template.this[0].id
    version = "$Latest"
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
  for_each   = toset(var.create && local.create_role ? concat(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly"], try(coalesce(var.group.iam_role_attach_cni_policy), true) ? ["AmazonEKS_CNI_Policy"] : []) : [])
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each   = { for k, v in try(tomap(var.group.iam_role_additional_policies), {}) : k => v if var.create && local.create_role }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "autoscaling_group_name" {
  value = try(aws_autoscaling_group.this[0].name, null)
}
