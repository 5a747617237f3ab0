import { Table } from 'antd'

export const planted = Table
