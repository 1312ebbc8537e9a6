create database hub;
create database node;
