provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-central-1a"
  cidr_block        = "10.20.0.0/19"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-central-1b"
  cidr_block        = "10.20.32.0/19"
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/eks-cluster"

  vpc_config {
    subnet_ids              = [aws_subnet.a.id, aws_subnet.b.id]
    endpoint_public_access  = false
    endpoint_private_access = true
  }
}

resource "aws_security_group" "endpoints" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ec2", "ecr.api", "ecr.dkr"])
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-central-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.a.id, aws_subnet.b.id]
  security_group_ids  = [aws_security_group.endpoints.id]
}

resource "aws_eks_node_group" "workers" {
  cluster_name    = aws_eks_cluster.orders.name
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::111122223333:role/eks-node"
  subnet_ids      = [aws_subnet.a.id, aws_subnet.b.id]
  instance_types  = ["m7i.large"]

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}

resource "aws_eks_addon" "agent" {
  cluster_name = aws_eks_cluster.orders.name
  addon_name   = "eks-pod-identity-agent"
}

resource "aws_eks_pod_identity_association" "orders" {
  cluster_name    = aws_eks_cluster.orders.name
  namespace       = "orders"
  service_account = "orders"
  role_arn        = "arn:aws:iam::111122223333:role/orders"
}
