provider "aws" {
  region = "eu-west-1"
}

module "network" {
  source = "git::https://git.example.com/network.git?ref=v3"
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config {
    subnet_ids = module.network.private_subnets # expect: unknown
  }
}

resource "aws_eks_node_group" "workers" {
  cluster_name    = aws_eks_cluster.orders.name
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::111122223333:role/orders-nodes"
  subnet_ids      = module.network.private_subnets

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
