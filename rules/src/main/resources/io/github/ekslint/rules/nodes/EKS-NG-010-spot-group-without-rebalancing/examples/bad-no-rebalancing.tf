provider "aws" {
  region = "eu-west-1"
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config {
    subnet_ids = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]
  }
}

resource "aws_launch_template" "nodes" {
  image_id = "ami-0abc1234def567890"
}

resource "aws_autoscaling_group" "nodes" { # expect: fail no-rebalancing
  min_size            = 1
  max_size            = 4
  vpc_zone_identifier = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]

  mixed_instances_policy {
    instances_distribution {
      on_demand_percentage_above_base_capacity = 0
      spot_allocation_strategy                 = "price-capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.nodes.id
      }

      override {
        instance_type = "m7i.large"
      }

      override {
        instance_type = "m6i.large"
      }
    }
  }

  tag {
    key                 = "kubernetes.io/cluster/${aws_eks_cluster.orders.name}"
    value               = "owned"
    propagate_at_launch = true
  }
}
