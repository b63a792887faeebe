provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "orders" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.orders.id
  availability_zone = "eu-central-1a"
  cidr_block        = "10.20.96.0/24"
}

resource "aws_subnet" "nodes" {
  for_each          = { eu-central-1a = "10.20.0.0/19", eu-central-1b = "10.20.32.0/19" }
  vpc_id            = aws_vpc.orders.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_internet_gateway" "orders" {
  vpc_id = aws_vpc.orders.id
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "orders" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_route_table" "nodes" {
  vpc_id = aws_vpc.orders.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.orders.id
  }
}

resource "aws_route_table_association" "nodes" {
  for_each       = aws_subnet.nodes
  route_table_id = aws_route_table.nodes.id
  subnet_id      = each.value.id
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/eks-cluster"

  vpc_config {
    subnet_ids          = [for s in aws_subnet.nodes : s.id]
    public_access_cidrs = ["198.51.100.0/24", "${aws_eip.nat.public_ip}/32"]
  }
}

resource "aws_eks_node_group" "workers" {
  cluster_name    = aws_eks_cluster.orders.name
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::111122223333:role/eks-nodes"
  subnet_ids      = [for s in aws_subnet.nodes : s.id]

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
